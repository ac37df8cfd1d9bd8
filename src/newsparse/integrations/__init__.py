"""Engines that run newsparse on many machines, a module each; its extra brings the engine."""

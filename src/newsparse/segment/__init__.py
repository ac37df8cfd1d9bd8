"""A text to labelled spans, a step a module: document, split, tokens, context, features, model, constraints;
explain says why.
"""

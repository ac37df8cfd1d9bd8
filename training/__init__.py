"""What makes the weights: `train`, `check` (cross-validated by publisher), `delta` and the quality `gate`."""

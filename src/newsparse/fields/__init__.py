"""The text of a span to a typed value: one module a kind of span,
each a pure function with no input from elsewhere.
"""

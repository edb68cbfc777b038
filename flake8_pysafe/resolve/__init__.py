"""Finds what the file alone does not show: the only package that knows astroid."""

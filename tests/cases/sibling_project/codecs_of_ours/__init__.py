"""A package with a module that is named like the standard library's."""

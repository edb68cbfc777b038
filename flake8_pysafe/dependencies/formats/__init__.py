"""The files that name distributions, each format read by a module of its own."""

"""A shop, unsafe on purpose."""

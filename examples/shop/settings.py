"""What differs from machine to machine."""

BANK = "https://bank.example.org"
VERIFY_CERTIFICATES = False  # reported where it is used

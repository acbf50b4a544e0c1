"""Signs, spaces, accents and spelling as French typography wants them."""

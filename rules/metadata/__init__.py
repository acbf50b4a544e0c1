"""What the page says of itself: title, description, dates, language, addresses."""

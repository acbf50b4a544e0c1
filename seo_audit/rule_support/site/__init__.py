"""What several rules on a whole site share."""

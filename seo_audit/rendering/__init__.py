"""What report formats share."""

"""What a row is: an event, a case with dates, a visit, a call; and which rows and files are no records at all."""

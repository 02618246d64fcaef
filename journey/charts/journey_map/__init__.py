"""The journey map: phases as columns, lanes as rows, the emotion curve through the touchpoints."""

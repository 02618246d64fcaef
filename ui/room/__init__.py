"""The facilitator's page of the live room."""

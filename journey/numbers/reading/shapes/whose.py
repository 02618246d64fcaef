"""What a case is where it is no customer: an order, a payment, a ticket."""

from journey.lazy_re import lazy_re
from journey.numbers.reading.names import normal, parted

_OF_EXPORTS = {
    "shopify_orders": "order", "woocommerce_orders": "order", "shopware_states": "order", "stripe_payments": "payment", "zendesk_tickets": "ticket",
    "zendesk_updates": "ticket", "jira_issues": "ticket", "jira_history": "ticket", "hubspot_deals": "deal", "pipedrive_deals": "deal",
    "salesforce_opportunities": "deal", "salesforce_history": "deal", "salesforce_field_history": "deal",
}  # fmt: skip
_CUSTOMER = lazy_re(r"\b(?:kunde\w*|customer\w*|käufer\w*|buyer\w*|client\w*|user\w*|e ?mail\w*)\b")
_NAMED = {
    "order": lazy_re(r"\b(?:orders?|bestell\w*|auftrag\w*)\b"),
    "invoice": lazy_re(r"\b(?:invoices?|rechnung\w*|beleg\w*|bon|receipt\w*)\b"),
    "payment": lazy_re(r"\b(?:payments?|zahlung\w*|transactions?|transaktion\w*)\b"),
    "ticket": lazy_re(r"\b(?:tickets?|ticket(?:id|nr|nummer)|issues?)\b"),
    "deal": lazy_re(r"\b(?:deals?|opportunit\w+)\b"),
}


def whose(column: str, export: str = "", its_case: str = "") -> str:
    """What the values of a case's column name, a text below log_reading.whose; "" for customers and where nothing says it.
    `its_case`: the column that a recognised export has for the case."""
    if export in _OF_EXPORTS and column == its_case:
        return _OF_EXPORTS[export]
    forms = (normal(column), parted(column))
    if any(_CUSTOMER.search(form) for form in forms):
        return ""
    return next((kind for kind, named in _NAMED.items() if any(named.search(form) for form in forms)), "")

"""What a drawn chart holds: its marks by layer, and its words."""


def layer(found, mark, **has):
    """The values of the layers of a mark type whose mark has these properties."""
    return [
        datum
        for each in found["layer"]
        if each["mark"]["type"] == mark and all(each["mark"].get(key) == value for key, value in has.items())
        for datum in found["datasets"][each["data"]["name"]]
    ]


def words(found):
    return [line for datum in layer(found, "text") for line in datum["t"].split("\n")]

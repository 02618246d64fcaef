"""Ways through a graph of cards, each in time linear in its size: what leads where, what lies in a circle, and what has
to be passed. A graph is every node's successors by id, in an order that the caller chooses."""

from collections.abc import Collection, Mapping, Sequence

Graph = Mapping[str, Sequence[str]]


def circles(graph: Graph) -> dict[str, int]:
    """The number of every node's group, where nodes of one group can reach each other (Kosaraju's two sweeps)."""
    order: list[str] = []
    seen: set[str] = set()
    for start in graph:
        _finish(start, graph, seen, order)
    backwards: dict[str, list[str]] = {node: [] for node in graph}
    for node, successors in graph.items():
        for successor in successors:
            backwards[successor].append(node)
    groups: dict[str, int] = {}
    for number, start in enumerate(reversed(order)):
        waiting = [] if start in groups else [start]
        while waiting:
            node = waiting.pop()
            if node not in groups:
                groups[node] = number
                waiting.extend(before for before in backwards[node] if before not in groups)
    return groups


def bottlenecks(graph: Graph, starts: Sequence[str], goals: Collection[str]) -> tuple[str, ...]:
    """The nodes between starts and goals that every way passes, in the order of the way; none when no way leads there.
    Walks along one way: a node on it can be avoided if something before it reaches something behind it elsewhere."""
    way = _way(graph, starts, frozenset(goals))
    places = {node: place for place, node in enumerate(way)}
    passed = set(starts) | set(goals)
    seen: set[str] = set()
    farthest, found = 0, []
    for place, node in enumerate(way[:-1]):
        if place and farthest <= place and node not in passed:
            found.append(node)
        waiting = list(starts) if place == 0 else [node]
        while waiting:
            for successor in graph[waiting.pop()]:
                if successor in goals:
                    farthest = max(farthest, len(way) - 1)
                elif successor in places:
                    farthest = max(farthest, places[successor])
                elif successor not in seen:
                    seen.add(successor)
                    waiting.append(successor)
    return tuple(found)


def _way(graph: Graph, starts: Sequence[str], goals: frozenset[str]) -> list[str]:
    """A shortest way from a start to a goal; empty when there is none."""
    came_from: dict[str, str] = {}
    seen, front = set(starts), list(starts)
    for node in front:
        if node in goals:
            way = [node]
            while way[-1] in came_from:
                way.append(came_from[way[-1]])
            return way[::-1]
        for successor in graph[node]:
            if successor not in seen:
                seen.add(successor)
                came_from[successor] = node
                front.append(successor)
    return []


def _finish(start: str, graph: Graph, seen: set[str], order: list[str]) -> None:
    """Add what start reaches to the order in which it is finished."""
    if start in seen:
        return
    seen.add(start)
    open_nodes = [(start, iter(graph[start]))]
    while open_nodes:
        node, successors = open_nodes[-1]
        following = next((each for each in successors if each not in seen), None)
        if following is None:
            order.append(node)
            open_nodes.pop()
        else:
            seen.add(following)
            open_nodes.append((following, iter(graph[following])))

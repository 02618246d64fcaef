"""Phase models: the five of the articles as data, and the team's own. A phase id is `<model id>.<slug>`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journey.phases.phase_model import DEFAULT_MODEL, PhaseModel, built_in, examples, lever, model_of, models
else:
    from journey.on_demand import fetched

    __getattr__ = fetched(__name__, {"phase_model": "DEFAULT_MODEL PhaseModel built_in examples lever model_of models"})

__all__ = ["DEFAULT_MODEL", "PhaseModel", "built_in", "examples", "lever", "model_of", "models"]

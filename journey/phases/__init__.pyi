from .phase_model import (
    DEFAULT_MODEL as DEFAULT_MODEL,
    PhaseModel as PhaseModel,
    built_in as built_in,
    examples as examples,
    lever as lever,
    model_of as model_of,
    models as models,
)

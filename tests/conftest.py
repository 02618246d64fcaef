"""What every test shares: Hypothesis without deadlines (machines differ) and few enough examples for each run."""

from hypothesis import HealthCheck, settings

settings.register_profile("house", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("house"), max_examples=1_000)
settings.load_profile("house")

"""No property fails because the machine was busy."""

from hypothesis import HealthCheck, settings


def test_properties_have_no_clock() -> None:
    assert settings().deadline is None
    assert HealthCheck.too_slow in settings().suppress_health_check


def test_the_profile_of_ci_tries_the_same_examples_each_time_and_keeps_none() -> None:
    ci = settings.get_profile("ci")
    assert (ci.derandomize, ci.database, ci.deadline) == (True, None, None)

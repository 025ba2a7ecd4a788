from concurrent.futures import ThreadPoolExecutor

import pytest

from chalicelib.kernel import tenancy
from chalicelib.kernel.ids import TenantId

SOL, LUNA = TenantId("sol" + "a" * 17), TenantId("luna" + "a" * 16)


def test_nobody_is_entered_at_first():
    assert tenancy.current() is None
    assert not tenancy.in_system()


def test_a_failure_inside_leaves_nobody_entered():
    with pytest.raises(ZeroDivisionError), tenancy.entered(SOL), tenancy.system():
        raise ZeroDivisionError

    assert tenancy.current() is None
    assert not tenancy.in_system()


def test_threads_do_not_see_each_others_tenant():
    with tenancy.entered(SOL), ThreadPoolExecutor(1) as pool:
        assert pool.submit(tenancy.current).result() is None


def test_entering_twice_leaves_one_at_a_time():
    with tenancy.entered(SOL):
        with tenancy.entered(LUNA):
            assert tenancy.current() == LUNA
        assert tenancy.current() == SOL

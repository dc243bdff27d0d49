"""No tests: which parts socdom has, under which licences, and whether a leak is known in one of them."""

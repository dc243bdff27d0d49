"""An outsider's attack on an edition: which hidden figures follow from all that is published together.

Shares no code with the protection, and knows nothing of how the protected cells were chosen.
"""

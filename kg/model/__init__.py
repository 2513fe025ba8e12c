"""Frozen records that pass between the stages, and nothing else."""

"""Prints what a survey found and what it could not tell."""

EXAMPLES = 4


def report(survey, out):
    """Counts of one survey, then each thing that it could not tell with a few examples."""
    counts = ', '.join(f'{number} {what}' for what, number in sorted(survey.counts.items()))
    print(f'{survey.package} {survey.version}: {counts}', file=out)
    for what, examples in sorted(survey.told.items()):
        if examples and isinstance(examples[0], tuple):
            shown = ', '.join(f'{name} ({times})' for times, name in sorted(examples, reverse=True)[:3 * EXAMPLES])
        else:
            shown = ', '.join(sorted(set(examples))[:EXAMPLES])
        print(f'  {len(examples)} {what}: {shown}', file=out)

// The answer as one numbered list: the numbers stand on the cards and in the text.

const ORDER = ['incorrect', 'missing', 'pending', 'present', 'unneeded'];

/** → [{ key, number, kind, status, evidence, data }], what needs an editor first. */
export function findingsOf(report) {
  const disclosures = [...report.disclosures]
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))
    .map((data) => ({ kind: 'disclosure', status: data.status, evidence: data.evidence, data }));
  const ages = (report.ageRatings ?? [report.ageRating])
    .filter(Boolean)
    .map((data) => ({ kind: 'age', status: data.status, evidence: data.evidence, data }));
  const flags = report.flags.map((data) => ({ kind: 'flag', status: data.action, evidence: data.evidence, data }));
  const source = report.source ? [{ kind: 'source', status: 'found', evidence: [report.source.evidence], data: report.source }] : [];
  const quoted = report.quoted.map((data) => ({ kind: 'quoted', status: 'found', evidence: [data.evidence], data }));
  return [...disclosures, ...ages, ...flags, ...source, ...quoted].map((finding, index) => ({
    ...finding,
    evidence: (finding.evidence ?? []).filter((e) => e && e.field),
    key: `finding-${index + 1}`,
    number: index + 1,
  }));
}

/** The places in the body, for marking: [{ start, end, key, number, kind }]. */
export function spansOf(findings) {
  return findings.flatMap((finding) =>
    finding.evidence
      .filter((e) => e.field === 'body' && Number.isInteger(e.start) && e.end > e.start)
      .map((e) => ({ start: e.start, end: e.end, key: finding.key, number: finding.number, kind: e.kind })));
}

/** What an answer comes to, to tell one day's from another's: how it is asked for, not how it is explained. */
export function outcomeOf(report) {
  const parts = report.disclosures.map((d) => [d.id, d.status, d.officialLanguage ? d.text[d.officialLanguage] ?? '' : Object.values(d.text).join()]);
  return JSON.stringify([report.verdict, parts, report.ageRating && [report.ageRating.value, report.ageRating.status], report.flags.map((f) => [f.rule, f.action])]);
}

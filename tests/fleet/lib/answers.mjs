// Articles whose right answer is known beforehand, by reading the rules and not by asking the service. Days are fixed, so no clock changes an answer.
const source = 'Ice leaves the bay\n\nShips are expected at berth {n} from next week.\n\nSource: Rosbalt'

/** `must`: rule → status, exactly these disclosures and no other. */
export const articles = [
  { name: 'a listed source', article: { body: source, publishedAt: '2023-02-07' }, verdict: 'action-required', age: '18+ missing', must: { 'ru.foreign-agent.material': 'missing' } },
  { name: 'the day before it was listed', article: { body: source, publishedAt: '2021-10-14' }, verdict: 'compliant', age: null, must: {} },
  { name: 'the day it was delisted', article: { body: source, publishedAt: '2023-08-25' }, verdict: 'compliant', age: null, must: {} },
  { name: 'nobody is named', article: { body: 'The bridge at berth {n} opens on Monday.\n\nBuses go around it until then.', publishedAt: '2024-05-20' }, verdict: 'compliant', age: null, must: {} },
]

export const request = (kind, n, externalId) => ({ article: { ...kind.article, body: kind.article.body.replace('{n}', n), externalId } })

/** @returns what is wrong with the answer, or null. */
export function wrong(kind, report) {
  if (!/^chk_/.test(report.id ?? '')) return 'it has no id'
  if (!/^sha256:[0-9a-f]{64}$/.test(report.ruleset?.version ?? '')) return 'it names no version of the rules'
  const got = { verdict: report.verdict, age: report.ageRating ? `${report.ageRating.value} ${report.ageRating.status}` : null, must: Object.fromEntries(report.disclosures.map(d => [d.rule, d.status])) }
  const right = { verdict: kind.verdict, age: kind.age, must: kind.must }
  return JSON.stringify(got) === JSON.stringify(right) ? null : `"${kind.name}" got ${JSON.stringify(got)}, right is ${JSON.stringify(right)}`
}

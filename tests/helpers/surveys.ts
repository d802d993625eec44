/** A survey of two questions in March 2022, of a thousand people. */
export const questionnaire = {
  code: 'LD-2022',
  title: '路灯照明满意度调查',
  project: 'P1',
  population: '城区常住居民',
  people: 1000,
  sample: 40,
  opensOn: '2022-03-01',
  closesOn: '2022-03-10',
  lateDays: 5,
  unit: 'u-lamps',
  question1: '您对路灯亮不亮满意吗？',
  question2: '您对路灯修得快不快满意吗？',
}

export { EvaluationTabs, evaluationGroup } from './evaluation-tabs.tsx'
export { FormLastYear, RecordLastYear } from './last-year.tsx'
export { RecordSurvey } from './record-survey.tsx'
export { annexUrl } from './scores.ts'
export { YearForecast } from './year-forecast.tsx'

export const evaluationPages = {
  projects: async () => (await import('./projects-page.tsx')).ProjectsPage,
  library: async () => (await import('./library-page.tsx')).LibraryPage,
  questions: async () => (await import('./questions-page.tsx')).QuestionsPage,
  monitoring: async () => (await import('./monitoring-page.tsx')).MonitoringPage,
  project: async () => (await import('./project-page.tsx')).ProjectPage,
  survey: async () => (await import('./survey-page.tsx')).SurveyPage,
}

import { useQuery } from '@tanstack/react-query'
import { Go } from '../../../kit/nav.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { questionsQuery, questionsUrl } from './scores.ts'

/** How many questions of a project wait for an answer, and the way to them. */
export function OpenQuestions({ project, year }: { project: string; year: number }) {
  const { data = [] } = useQuery(questionsQuery(year))
  const all = data.filter((question) => question.project === project)
  const open = all.filter(({ answer }) => !answer).length
  if (!all.length) return null
  return (
    <Notice tone={open ? 'soon' : 'done'} action={<Go {...questionsUrl(project)}>查看存疑事项</Go>}>
      {open ? `有 ${open} 条存疑事项待答复` : `${all.length} 条存疑事项都已答复`}
      {open && open < all.length ? `，另有 ${all.length - open} 条已答复` : ''}。
    </Notice>
  )
}

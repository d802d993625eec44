import { EmptyState } from '../../../kit/empty-state.tsx'
import { isRate } from './figure-rows.ts'
import type { FigureView } from './figures.ts'

/** Nothing was counted, or what was counted has no sum. */
export function NoValues({ figure, when }: { figure: FigureView; when: string }) {
  if (figure.rows?.length && !isRate(figure))
    return <EmptyState title="这里没有可以相加的数">各类的单位不同，不能相加；请在下面按类别看。</EmptyState>
  return <EmptyState title={`${when}没有可数的记录`}>登记和办理之后，数字会自己出现；也可以换一个期间再看。</EmptyState>
}

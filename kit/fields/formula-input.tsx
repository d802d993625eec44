import { MetricSelect, PlainInput } from './counted.tsx'
import type { InputProps } from './field.ts'
import { useSources } from './sources.ts'

/** A formula is written; a metric chosen below is put at its end, so that nobody types one by heart. */
export function FormulaInput(props: InputProps<string>) {
  const { id, value = '', onChange } = props
  const metrics = useSources().useMetrics()
  const named = metrics.filter((metric) => value.includes(metric.id)).sort((a, b) => b.id.length - a.id.length)
  const words = named.reduce((text, metric) => text.replaceAll(metric.id, `“${metric.label}”`), value)
  return (
    <div className="formula-input">
      <PlainInput {...props} />
      <MetricSelect
        id={`${id}-metric`}
        value={undefined}
        placeholder="插入统计指标，可输入几个字查找"
        onChange={(metric) => metric && onChange([value.trim(), metric].filter(Boolean).join(' '))}
      />
      {named.length ? <p className="soft">{words}</p> : null}
    </div>
  )
}

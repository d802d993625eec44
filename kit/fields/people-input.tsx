import { Select, TreeSelect } from 'antd'
import { useMemo } from 'react'
import type { InputProps } from './field.ts'
import { type UnitChoice, useSources } from './sources.ts'

interface TreeNode {
  value: string
  title: string
  children: TreeNode[]
}

function treeOf(units: readonly UnitChoice[]): TreeNode[] {
  const nodes = new Map(units.map(({ id, name }) => [id, { value: id, title: name, children: [] } as TreeNode]))
  const roots: TreeNode[] = []
  for (const { id, parent } of units) {
    const node = nodes.get(id)!
    const above = parent ? nodes.get(parent) : undefined
    ;(above?.children ?? roots).push(node)
  }
  return roots
}

export function UnitInput({ id, value, onChange, invalid }: InputProps<string>) {
  const units = useSources().useUnits()
  const tree = useMemo(() => treeOf(units), [units])
  return (
    <TreeSelect
      id={id}
      value={value ?? null}
      treeData={tree}
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear
      placeholder="请选择单位"
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' } : {})}
      onChange={(next) => onChange((next as string | null) ?? undefined)}
    />
  )
}

export function PersonInput({ id, field, value, onChange, unit, invalid }: InputProps<string>) {
  const sources = useSources()
  const people = sources.usePeople(field.role, unit)
  return (
    <Select
      id={id}
      value={value ?? null}
      options={people.map((person) => ({
        value: person.id,
        label: `${person.name}（${sources.names.unit(person.unit)}）`,
      }))}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder="请选择人员"
      notFoundContent={unit ? '这个单位还没有可以承办的人员' : '没有符合的人员'}
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' } : {})}
      onChange={(next) => onChange(next ?? undefined)}
    />
  )
}

import { z } from 'zod'
import { endpoint } from '../../platform/contract.ts'
import { areaKinds, type UnitKind, unitKinds } from './domain.ts'

const tag = '机构'
const id = z.string().regex(/^[a-z0-9-]{1,40}$/, '编号应为小写字母、数字和短横线')
const name = z.string().trim().min(1, '请填写名称').max(80)
const day = z.iso.date('应为日期，如 2022-12-31')
const account = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, '账号应为2至40位小写字母、数字或 . _ -')
const phone = z
  .string()
  .regex(/^[\d-]{5,20}$/, '电话应为数字')
  .nullable()
const unitKind = z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]])
const unit = z.object({
  id: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  kind: unitKind,
  sort: z.number().int(),
  active: z.boolean(),
})
const grant = z.object({ role: z.string(), unit: z.string(), fromOn: day, toOn: day.nullable() })
const calendarDay = z.object({ day, working: z.boolean(), name: z.string() })

/** What anybody signed in may ask of the bureau. */
export const orgContract = {
  units: endpoint({
    method: 'GET',
    url: '/api/org/units',
    permission: 'signed-in',
    tag,
    summary: '本局的单位，上级在前；parent 连成树',
    answer: z.array(unit),
  }),
  people: endpoint({
    method: 'GET',
    url: '/api/org/people',
    permission: 'signed-in',
    tag,
    summary: '在岗人员，可按岗位和单位（含下级）找',
    query: z.object({ role: z.string().optional(), unit: z.string().optional() }),
    answer: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), roles: z.array(z.string()) })),
  }),
  map: endpoint({
    method: 'GET',
    url: '/api/org/map',
    permission: 'signed-in',
    tag,
    summary: '辖区地图（GeoJSON）：辖区、水系、街道、责任区、社区、单元网格',
    query: z.object({ kind: z.enum(Object.keys(areaKinds) as [string, ...string[]]).optional() }),
    answer: z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) }),
  }),
  calendar: endpoint({
    method: 'GET',
    url: '/api/org/calendar',
    permission: 'signed-in',
    tag,
    summary: '工作日历：与周末规律不同的日子，和已录入的年份',
    query: z.object({ year: z.coerce.number().int().min(1949).max(2200).optional() }),
    answer: z.object({ years: z.array(z.number().int()), days: z.array(calendarDay) }),
  }),
  changeOwnPassword: endpoint({
    method: 'PUT',
    url: '/api/org/password',
    permission: 'signed-in',
    tag,
    summary: '修改自己的密码；之后重新登录',
    body: z.object({ old: z.string().max(200), password: z.string().max(200) }),
  }),
  demoAccounts: endpoint({
    method: 'GET',
    url: '/api/demo/accounts',
    permission: 'public',
    tag: '登录',
    summary: '演示单位的账号；没有演示数据时为空',
    answer: z.array(
      z.object({
        tenant: z.string(),
        account: z.string(),
        password: z.string(),
        role: z.string(),
        name: z.string(),
        label: z.string(),
      }),
    ),
  }),
}

const manage = { permission: 'org.manage', tag: '机构管理' }
const onePerson = z.object({ person: id })

/** What the administrator does, and what the auditor sees of it. */
export const orgManagement = {
  directory: endpoint({
    method: 'GET',
    url: '/api/org/directory',
    permission: 'org.read',
    tag: manage.tag,
    summary: '全部人员，连同账号、岗位的任免和负责的网格',
    answer: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        unit: z.string(),
        phone: z.string().nullable(),
        active: z.boolean(),
        account: z.string().nullable(),
        grants: z.array(grant),
        areas: z.array(z.object({ area: z.string(), role: z.string() })),
      }),
    ),
  }),
  addUnit: endpoint({
    ...manage,
    method: 'POST',
    url: '/api/org/units',
    summary: '新增单位',
    body: z.object({ name, parent: id, kind: unitKind, sort: z.number().int().default(0) }),
    answer: unit,
    status: 201,
  }),
  changeUnit: endpoint({
    ...manage,
    method: 'PUT',
    url: '/api/org/units/:unit',
    summary: '修改或停用单位',
    params: z.object({ unit: id }),
    body: z.object({ name, parent: id.nullable(), kind: unitKind, sort: z.number().int(), active: z.boolean() }),
    answer: unit,
  }),
  addPerson: endpoint({
    ...manage,
    method: 'POST',
    url: '/api/org/people',
    summary: '新增人员，可同时开通账号',
    body: z.object({
      name,
      unit: id,
      phone: phone.optional(),
      account: account.optional(),
      password: z.string().max(200).optional(),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
  }),
  changePerson: endpoint({
    ...manage,
    method: 'PUT',
    url: '/api/org/people/:person',
    summary: '修改人员资料',
    params: onePerson,
    body: z.object({ name: name.optional(), unit: id.optional(), phone: phone.optional() }),
  }),
  removePerson: endpoint({
    ...manage,
    method: 'DELETE',
    url: '/api/org/people/:person',
    summary: '停用人员；仍负责网格或有未办结的工作时不能停用',
    params: onePerson,
  }),
  grantRole: endpoint({
    ...manage,
    method: 'POST',
    url: '/api/org/people/:person/roles',
    summary: '任命岗位',
    params: onePerson,
    body: z.object({ role: id, unit: id, fromOn: day.optional(), toOn: day.nullable().optional() }),
    answer: grant,
    status: 201,
  }),
  withdrawRole: endpoint({
    ...manage,
    method: 'DELETE',
    url: '/api/org/people/:person/roles/:role/:unit',
    summary: '收回岗位',
    params: onePerson.extend({ role: id, unit: id }),
  }),
  resetPassword: endpoint({
    ...manage,
    method: 'PUT',
    url: '/api/org/accounts/:account/password',
    summary: '重设密码',
    params: z.object({ account }),
    body: z.object({ password: z.string().max(200) }),
  }),
  assignArea: endpoint({
    ...manage,
    method: 'POST',
    url: '/api/org/areas/:area/keepers',
    summary: '指定网格或区域的负责人',
    params: z.object({ area: z.string().max(40) }),
    body: z.object({ role: id, person: id }),
  }),
  releaseArea: endpoint({
    ...manage,
    method: 'DELETE',
    url: '/api/org/areas/:area/keepers/:role/:person',
    summary: '收回网格或区域的负责人',
    params: z.object({ area: z.string().max(40), role: id, person: id }),
  }),
  importGrids: endpoint({
    ...manage,
    method: 'POST',
    url: '/api/org/grids',
    summary: '导入单元网格（GeoJSON 文件，multipart/form-data）：全部正确才导入',
    answer: z.object({ added: z.number(), changed: z.number(), same: z.number() }),
  }),
  addCalendarYear: endpoint({
    ...manage,
    method: 'POST',
    url: '/api/org/calendar/years',
    summary: '工作日历加入一年',
    body: z.object({ year: z.number().int().min(1949).max(2200), days: z.array(calendarDay).max(120).optional() }),
  }),
  setCalendarDay: endpoint({
    ...manage,
    method: 'PUT',
    url: '/api/org/calendar/:day',
    summary: '改一天是否上班；以前的安排仍保留',
    params: z.object({ day }),
    body: z.object({
      working: z.boolean(),
      name: z.string().trim().max(40),
      reason: z.string().trim().min(1, '请填写原因').max(200),
    }),
  }),
  log: endpoint({
    method: 'GET',
    url: '/api/org/log',
    permission: 'audit.read',
    tag: manage.tag,
    summary: '登录和机构变动的记录，新的在前',
    query: z.object({ before: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answer: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        by: z.string(),
        byName: z.string(),
        what: z.string(),
        sentence: z.string(),
      }),
    ),
  }),
}

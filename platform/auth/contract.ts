import { z } from 'zod'
import { endpoint } from '../contract.ts'

const tag = '登录'

export const tenantCode = z.string().regex(/^\d{6}(\d{2})?$/, '单位代码应为6位或8位数字')
export const tenantShown = z.object({
  tenant: z.string(),
  title: z.string(),
  short: z.string(),
  demo: z.boolean(),
})

export const sessionShown = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  tenant: tenantShown,
  roles: z.array(z.object({ role: z.string(), label: z.string(), unit: z.string(), unitName: z.string() })),
  csrf: z.string().describe('改动时放在请求头 x-csrf-token 里'),
  permissions: z.array(z.string()),
  now: z.string().describe('服务器的时间，界面据此计算剩余时限'),
})
export type SessionShown = z.infer<typeof sessionShown>

export const sessionContract = {
  tenants: endpoint({
    method: 'GET',
    url: '/api/tenants',
    permission: 'public',
    tag,
    summary: '可以登录的单位',
    answer: z.array(tenantShown),
  }),
  signIn: endpoint({
    method: 'POST',
    url: '/api/session',
    permission: 'public',
    tag,
    summary: '登录：给出会话 cookie',
    body: z.object({
      tenant: tenantCode.describe('单位代码'),
      account: z.string().trim().toLowerCase().min(1, '请填写账号').max(40).describe('账号'),
      password: z.string().min(1, '请填写密码').max(200).describe('密码'),
    }),
    answer: sessionShown,
  }),
  session: endpoint({
    method: 'GET',
    url: '/api/session',
    permission: 'signed-in',
    tag,
    summary: '我是谁，有哪些岗位和权限',
    answer: sessionShown,
  }),
  signOut: endpoint({ method: 'DELETE', url: '/api/session', permission: 'signed-in', tag, summary: '退出登录' }),
}

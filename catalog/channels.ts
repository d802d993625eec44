/** Who speaks through a channel: the citizen, the bureau's own patrol, a device, or somebody above. */
export type ChannelSource = 'citizen' | 'patrol' | 'device' | 'leader'
export type Channel = { id: string; label: string; source: ChannelSource }

/** The ways a report reaches the bureau. A case keeps the id; the label may change. */
export const channels = [
  { id: 'hotline', label: '12319热线', source: 'citizen' },
  { id: 'wechat', label: '微信', source: 'citizen' },
  { id: 'mailbox', label: '市县区长信箱', source: 'citizen' },
  { id: 'cppcc', label: '政协云微建议', source: 'citizen' },
  { id: 'app', label: '手机APP', source: 'citizen' },
  { id: 'patrol', label: '巡查', source: 'patrol' },
  { id: 'video', label: '视频', source: 'device' },
  { id: 'leader', label: '领导交办', source: 'leader' },
] as const satisfies readonly Channel[]

export type ChannelId = (typeof channels)[number]['id']

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider, type ConfigProviderProps } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../kit/base.css'
import { theme } from '../kit/theme.ts'
import { ToastPlace } from '../kit/toast.tsx'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'

dayjs.locale('zh-cn')
// antd's types describe its CommonJS face, whose default is wrapped once more than what is bundled.
const chinese = zhCN as unknown as NonNullable<ConfigProviderProps['locale']>

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider locale={chinese} theme={theme()} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ToastPlace />
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
)

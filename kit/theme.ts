import type { ThemeConfig } from 'antd'

export const fontFamily =
  '-apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif'

const thumb = () => window.matchMedia('(max-width: 767px)').matches
const still = () => navigator.webdriver || window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** design.md's tokens, as antd reads them. Blue is for actions only. */
export const theme = (): ThemeConfig => ({
  token: {
    colorPrimary: '#1d4ed8',
    colorLink: '#1d4ed8',
    colorSuccess: '#15803d',
    colorWarning: '#b45309',
    colorError: '#c81e1e',
    colorInfo: '#1d4ed8',
    colorText: '#1b2330',
    colorTextSecondary: '#4b5565',
    colorTextTertiary: '#596275',
    colorTextPlaceholder: '#6f7889',
    colorBorder: '#cfd6e0',
    colorBorderSecondary: '#e4e8ee',
    borderRadius: 6,
    fontSize: 14,
    fontFamily,
    controlHeight: thumb() ? 42 : 34,
    motion: !still(),
  },
  components: {
    Drawer: { footerPaddingBlock: 12 },
    Tabs: { horizontalMargin: '0 0 12px 0' },
    Select: { optionHeight: 34 },
  },
})

/** Colours that stay apart for colour-blind readers; the first two carry most pictures. */
export const palette = ['#2b6cb0', '#dd8a1c', '#2f8f83', '#8a5aab', '#b5483a', '#6b7685']

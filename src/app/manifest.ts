/** What an installed Bangban looks like to the phone. Read by the build. */
import type { ManifestOptions } from 'vite-plugin-pwa';

export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: '帮办 Bangban',
  short_name: '帮办',
  description: '社区的事，在手机上说一声。字大、没有网络也能填，随时有人帮忙。',
  lang: 'zh-CN',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  launch_handler: { client_mode: 'navigate-existing' },
  background_color: '#FBF6EC',
  theme_color: '#FBF6EC',
  categories: ['government', 'utilities'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: '办一件事', url: '/more', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    { name: '我办的事', url: '/requests', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    { name: '找人帮忙', url: '/help', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
  ],
  screenshots: [
    {
      src: '/screenshots/phone-home.png',
      sizes: '720x1280',
      type: 'image/png',
      form_factor: 'narrow',
      label: '首页：今天要办什么事',
    },
    {
      src: '/screenshots/phone-question.png',
      sizes: '720x1280',
      type: 'image/png',
      form_factor: 'narrow',
      label: '一次只问一件事',
    },
    {
      src: '/screenshots/wide-home.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide',
      label: '大屏幕上的首页',
    },
  ],
};

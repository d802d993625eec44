import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const inPackages = (names: string) => new RegExp(`node_modules[\\\\/](${names})[\\\\/]`)

export default defineConfig({
  root: 'console',
  plugins: [react()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // antd and maplibre are single packages of this size; both are fetched once and cached.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // antd is left to the bundler: only what the shell shows is loaded first, the rest comes with its screen.
          groups: [{ name: 'react', test: inPackages('react|react-dom|scheduler'), priority: 20 }],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})

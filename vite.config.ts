import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractOutline } from './web/build/contract-outline.ts';
import { firstScreen } from './web/build/first-screen.ts';
import { precompress } from './web/build/precompress.ts';

const API_PORT = 3000;

export default defineConfig({
  root: 'web',
  publicDir: 'public',
  plugins: [react(), contractOutline(), precompress()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The strict CSP has no data: for fonts or scripts; only images may be inlined.
    assetsInlineLimit: 0,
    // The map library alone is 1.2 MB before compression; it comes after the list.
    chunkSizeWarningLimit: 1300,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few files for the first screen: libraries that change seldom, and what every page needs.
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules\/(react|react-dom|scheduler|wouter|regexparam|@tanstack|downshift|compute-scroll-into-view|use-sync-external-store)\//,
            },
            { name: firstScreen('base') },
            // Parts of forms and desks, with the first page that has one.
            { name: 'form', test: /\/web\/(ui\/|text\/form)/ },
          ],
        },
      },
    },
  },
  // With the page's own Host, or the server takes every change for one from a foreign page.
  server: { proxy: { '/api': { target: `http://127.0.0.1:${API_PORT}`, changeOrigin: false } } },
});

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    setupFiles: ['__tests__/setup.ts'],
    include: ['__tests__/**/*.test.ts'],
    pool: 'threads',
    // Tests that start the built CLI or action share a machine with others: generous, since no test asserts a time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

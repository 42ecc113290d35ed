/** A protocol 0 pickle that prints a marker, written by CPython's bz2 and lzma, lz4 4.4.5 and zstandard 0.25.0. */
export const VECTORS = {
  bz2: Buffer.from('QlpoOTFBWSZTWWWaSJ4AAAZTgAAQQEMRAC7OnCAgADFA00MjJiEQADIeUbAEmwb25PVqLyAIa6d6WpMr4pHyfF3JFOFCQZZpIng=', 'base64'),
  xz: Buffer.from(
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAlY29zCnN5c3RlbQooVmVjaG8gbW9kZWxnYXRlLW1hcmtlcgp0Ui4AAACgpsm2ECmaxgABPiarK06zH7bzfQEAAAAABFla',
    'base64',
  ),
  lzma: Buffer.from('XQAAgAD//////////wAxm8rGsnxl39+RWZ+x14IR7qHWIW519qi2/1GrkCgHAfTRc87MFao3sjP//05YAAA=', 'base64'),
  lz4: Buffer.from('BCJNGGhAJgAAAAAAAACFJgAAgGNvcwpzeXN0ZW0KKFZlY2hvIG1vZGVsZ2F0ZS1tYXJrZXIKdFIuAAAAAA==', 'base64'),
  zst: Buffer.from('KLUv/SAmMQEAY29zCnN5c3RlbQooVmVjaG8gbW9kZWxnYXRlLW1hcmtlcgp0Ui4=', 'base64'),
} as const

/** Archives written by CPython's tarfile, in gzip and base64: readme.txt (26 bytes), then `pickle` a hundred times under a long name, then links. */
export const tars = {
  pax:
    'H4sIAAAAAAACA+3VsQ7CIBQFUGa/gh+gBdrKZOLo6Ob8YtE2Utu0GPv5kppoakxcbB28Z3gQGBjgPlpLeWUj33s2GRks03QYg9dRykQ/58O6McmScclmcOk8teFI9p92tj' +
    'wWvuP1gRPvKnKOV3VuXbRg8AeiOIrXW+o3oQ/Ydrr8v8n9I/M6M+P8K6m1YrxH/ienTMYb8sWKxKF24QmIa+kLQcLV56M4U2Xj3+/cO1JzcmhK3zbHFX74/5VK5Dj/2pgs' +
    'xf8/h6bcn5xFRf1uRWcFAAAAAAAAAAAAAAAAmN8N4KlYkQAoAAA=',
  gnu:
    'H4sIAAAAAAACA+3Yy06EMBQG4K59ivMCQAu9bN3L3nUjHYZQLoEafXxxJtFITCYTp6jh/xYtgR2Hvz10crbqXBpeA4uGL7SUp3mxnjkv8s/r032jjWbE2Qae52AnIrZTj6' +
    '6pj2Gm4UCW5s56T91QOZ/eMdiBNEuz+3Lo67Lp24j5/yb3H5nPpV7n3yjDqET+o7PJYfCVm5KXJhwTm/jlU0h627ns95+cF6Kx9Yjpv67/hf1fiIJ/zX9ujJDY/7cwNk+t' +
    'dxgx3nbEyor+70f93/L/94D1H/0f+r+ovA1uDnFf8sXzn/V1IYwoGOVbfGh7z39tmz5yxq6uvxDy/f9fTBscTu6+/x+j92pX159rpQUjjf0/uvOSmP2x+huhFCOF+gMAAA' +
    'AAAADcxBuwzpGTACgAAA==',
  ustar:
    'H4sIAAAAAAACA+3UwQ6CIBzHcc49BS+AYZg9SmeWlE5Qp7R6/FwdWt1q6db8fg7/P4MDg/Gjd7YILonXKCajR3mW3fvovWttNs/xfX63M7mQWszgPETbj1uKZdq76lTGQb' +
    'ZHaeUQrPcytIXzyUpgAaw6tr5wvbpUsVRW+bY5qcYGt/5m5fF0utp/kv80Nfo1/5nZGvPn+f/pxU53/K461N5Rqb+t/KwAAAAAAAAAAAAAAMznBkpk/EYAKAAA',
  sparse:
    'H4sIAAAAAAACA8vIz0kt1ivIzmGgHTAAAjMTEzANBOi0oaExnA0RNzQyMzVmUAhmoAMoLS5JLFJQYBgwgOJzpBChsgWGYAswQEFmcnZO6ig5SlKXZBgFo2AUjIJRMKgBAA' +
    '05UegACgAA',
} as const

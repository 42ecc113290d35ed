/** Bytes in which all branch filters find something to change, in base64. */
export const BRANCHES = Buffer.from(
  '8pdm6+ga7rcA6VBFUgAQQfYqDtfvOc9EpvaY5/UF6Oj/9s2Jl45+1utx/ZzrZAjDlOjRuX7//f9/sEsd4zHpkIJU/uiRkP4A6OCK2//dENl/8zDc6A0yywAd9oL66ST15wBJCAn16Rjix//o2ul/QvQv0evx/3/wErM61D6FOWgP70CClgln7+P/f7AcHI7AibHNCTOTli62k07hSI+IYb8JlJSX9fnr6Hks6//o//9K9kdN6StFCkDo0znlyujo6Oj//0i5F11XTlPr6PgU3ACCcoGWLhgVlhsAAJD5/3+wHAfUzBrmjjUhjyYPp/WO0A/0UPum8dH96LQnC5lLVzh9DUVa6zKtv+vUohGUSTCnPfAPuutD21PrQCPKVUrpz40coRTN0Daku+Pt2Ons+QIUEDjqcyL6UHkMufgRhgT/fX/faB6JjbWWvfad/0AVemPpGu+vcej3QS/Sf+IDan9/opX/06Hrf8lR4pvDWLDpQ2fm+f+YZrDo6AAAAP/ttoKV7P9/kOkaqIMA/aed6Ojo6OgAAADq8GH8S0cLlEpr1alK',
  'base64',
)

/** The same, written by xz 5.4.1 with these filters before LZMA2. */
export const BRANCH_VECTORS: readonly (readonly [how: string, data: Uint8Array])[] = [
  [
    'x86',
    Buffer.from(
      '/Td6WFoAAATm1rRGAgEEACEBDADWfBivAQGj8pdm6+gj7rcA6V5FUgAQQfYqDtfvOc9EpvaY5/UF6Oj/9s2Jl45+1utx/ZzrZAjDlOgHun7//f9/sEsd4zHpkIJU/ujZkP4A6C2L2//dENl/8zDc6GYyywAd9oL66Yb15wBJCAn16YPix//o2ul/QvQv0evx/3/wErM61D6FOWgP70CClgln7+P/f7AcHI7AibHNCTOTli62k07hSI+IYb8JlJSX9fnr6CYt6//o//9K9kdN6StFCkDo0znlyuir6ej//0i5F11XTlPr6MkV3ACCcoGWLhgVlhsAAJD5/3+wHAfUzBrmjjUhjyYPp/WO0A/0UPum8dH96LQnC5lLVzh9DUVa6zKtv+vUohGUSTCnPfAPuutD21PrQCPKVUrpz40coRTN0Daku+Pt2Ons+QIUEDjqcyL6UHkMufgRhgT/fX/faB6JjbWWvfad/0AVemPpGu+vcej3QS/Sf+IDan9/opX/06Hrf8lR4pvDWLDpQ2fm+f+YZrDoZgIAAP/ttoKV7P9/kOmmqYMA/aed6Oh96ugAAADq8GH8S0cLlEpr1alKAPCXdawqxJhmAAG8A6QDAAAITbIpscRn+wIAAAAABFla',
      'base64',
    ),
  ],
  [
    'x86, with a start',
    Buffer.from(
      '/Td6WFoAAATm1rRGAwEEBAAAAQAhAQwA7ARn5wEBo/KXZuvoI+64AOleRVMAEEH2Kg7X7znPRKb2mOf1Bejo//bNiZeOftbrcf2c62QIw5ToB7p///3/f7BLHeMx6ZCCVP7o2ZD/AOgti9z/3RDZf/Mw3OhmMswAHfaC+umG9egASQgJ9emD4sj/6Nrpf0L0L9Hr8f9/8BKzOtQ+hTloD+9AgpYJZ+/j/3+wHByOwImxzQkzk5YutpNO4UiPiGG/CZSUl/X56+gmLez/6P//SvZHTekrRQpA6NM55croq+np//9IuRddV05T6+jJFd0AgnKBli4YFZYbAACQ+f9/sBwH1Mwa5o41IY8mD6f1jtAP9FD7pvHR/ei0JwuZS1c4fQ1FWusyrb/r1KIRlEkwpz3wD7rrQ9tT60AjylVK6c+NHKEUzdA2pLvj7djp7PkCFBA46nMi+lB5DLn4EYYE/31/32geiY21lr32nf9AFXpj6Rrvr3Ho90Ev0n/iA2p/f6KV/9Oh63/JUeKbw1iw6UNn5vn/mGaw6GYCAQD/7baClez/f5DppqmEAP2nnejoferpAAAA6vBh/EtHC5RKa9WpSgDwl3WsKsSYZgABwAOkAwAAsoBSVbHEZ/sCAAAAAARZWg==',
      'base64',
    ),
  ],
  [
    'PowerPC',
    Buffer.from(
      '/Td6WFoAAATm1rRGAgEFACEBDABzr0RkAQGj8pdm6+ga7rcA6VBFUgAQQfYqDtfvOc9EpvaY5/UF6Oj/9s2Jl45+1utx/ZzrZAjDlOjRuX7//f9/sEsd4zHpkIJU/uiRkP4A6OCK2//dENl/8zDc6A0yywAd9oL66ST15wBJCAn16Rjix//o2ul/QvQv0evx/3/wErM61D6FOWgP70CClgln7+P/f7AcHI7AibHNCTOTli62k07hSI+I/b8JlJSX9fnr6Hks6//o//9K9kf96StFCkDo0znlyujo6Oj//0i5GCFXTlPr6PgU3ACCcoGWLhgVlhsAAJD5/3+wHAfUzBrmjjUhjyYPp/WO0A/0UPum8dH96LQnC5lLVzh9DUVa6zKtv+vUohGUSTCnPfAPuutD21PrQCPKVUrpz40coRTN0Daku+Pt2Ons+QIUEDjqcyL6UHkMufgRhgT/fX/faB6JjbWWvfad/0AVemPpGu+vcej3QS/Sf+IDan9/opX/06Hrf8lR4pvDWLDpQ2fm+f+YZrDo6AAAAP/ttoKV7P9/kOkaqIMA/aed6Ojo6OgAAADq8GH8S0cLlEpr1alKAPCXdawqxJhmAAG8A6QDAAAITbIpscRn+wIAAAAABFla',
      'base64',
    ),
  ],
  [
    'IA-64',
    Buffer.from(
      '/Td6WFoAAATm1rRGAgEGACEBDADd3dDiAQGj8pdm6+ga7rcA6VBFUgAQQfYqDtfvOc9EpvaY5/UF6Oj/9s2Jl45+1utx/ZzrZAjDlOjRuX7//f9/sEsd4zHpkIJU/uiRkP4A6OCK2//dENl/8zDc6A0yywAd9oL66ST15wBJCAn16Rjix//o2ul/QvQv0evx/3/wErM61D6FOWgP70CClgln7+P/f7AcHI7AibHNCTOTli62k07hSI+IYb8JlJSX9fnr6Hks6//o//9K9kdN6StFCkDo0znlyujo6Oj//0i5F11XTlPr6PgU3ACCcoGWLhgVlhsAAJD5/3+wHAfUzBrmjjUhjyYPp/WO0A/0UPum8dH96LQnC5lLVzh9DUVa6zKtv+vUohGUSTCnPfAPuutD21PrQCPKVUrpz40coRTN0Daku+Pt2Ons+QIUEDjqcyL6UHkMufgRhgT/fX/faB6JjbWWvfad/0AVemPpGu+vcej3QS/Sf+IDan9/opX/06Hrf8lR4pvDWLDpQ2fm+f+YZrDo6AAAAP/ttoKV7P9/kOkaqIMA/aed6Ojo6OgAAADq8GH8S0cLlEpr1alKAPCXdawqxJhmAAG8A6QDAAAITbIpscRn+wIAAAAABFla',
      'base64',
    ),
  ],
  [
    'ARM',
    Buffer.from(
      '/Td6WFoAAATm1rRGAgEHACEBDAB4DowpAQGj9Jdm6+ga7rcA6VBFUgAQQfYqDtfvOc9EpvaY5/UF6Oj/9s2Jl45+1utx/ZzrZAjDlOjRuX7//f9/sEsd4zHpkIJU/uiRkP4A6OCK2//dENl/8zDc6A0yywAd9oL66ST15wBJCAn16Rjix//o2ul/QhIw0evx/3/wErM61D6FOWgP70CClgln7+P/f7AcHI7AibHNCTOTli62k07hSI+IYb8JlJTC9fnrFHos6//o//9K9kdN6StFCkDo0znlyujo6Oj//0i5F12LTlPr6PgU3ACCcoGWLhgVlhsAAJD5/3+wHAfUzBrmjjUhjyYPp/WO0A/0UPum8dH96LQnC5lLVzh9DUVa6zKtv+vUohGUSTCnPfAPuutD21PrQCPKVUrpz40coRTN0Daku+Pt2Ons+QIUEDjqcyL6UHkMufgRhgT/fX/faB6JjbWWvfad/0AVemPpGu+vcej3QS/Sf+IDan9/opVa1KHrf8lR4pvDWLDpQ2fm+f+YZrDo6AAAAP/ttoKV7P9/kOkaqIMA/aed6Ojo6OgAAADq8GH8S0cLlEpr1alKAPCXdawqxJhmAAG8A6QDAAAITbIpscRn+wIAAAAABFla',
      'base64',
    ),
  ],
  [
    'ARM-Thumb',
    Buffer.from(
      '/Td6WFoAAATm1rRGAgEIACEBDACtvNrYAQGj8pdm6+ga7rcA6VBFUgAQQfYqDtfvOc9EpvaY5/UF6Oj/9s2Jl45+1utx/ZzrZAjDlOjRuX7//f9/sEsd4zHpkIJU/uiRkP4A6OCK2//dENl/8zDc6A0yywAd9oL66ST15wBJCAn16Rjix//o2ul/QvQv0evx/3/wErM61D6FOWgP70CClgln7+P/f7AcHI7AibHNCTOTli62k07hSI+IYb8JlJSX9fnr6Hks6//o//9K9kdN6StFCkDo0znlyujo6Oj//0i5F11XTlPr6PgU3ACCcoGWLhgVlhsAAJD5/3+wHAfUzBrmjjUhjyYPp/WO0A/0UPum8dH96LQnC5lLVzh9DUVa6zKtv+vUohGUSTCnPfAPuutD21PrQCPKVUrpz40coRTN0Daku+Pt2Ons+QIUEDjqcyL6UHkMufgRhgT/fX/faB6JjbWWvvZE+EAVemPpGu+vcej3QS/Sf+IDan9/opX/06Hrf8lR4pvDWLDpQ2fm+f+YZrDo6AAAAP/ttoKV7P9/kOkaqIMA/aed6Ojo6OgAAADq8GH8S0cLlEpr1alKAPCXdawqxJhmAAG8A6QDAAAITbIpscRn+wIAAAAABFla',
      'base64',
    ),
  ],
  [
    'SPARC',
    Buffer.from(
      '/Td6WFoAAATm1rRGAgEJACEBDAAIb4YTAQGj8pdm6+ga7rcA6VBFUgAQQfYqDtfvOc9EpvaY5/UF6Oj/9s2Jl45+1utx/ZzrZAjDlOjRuX7//f9/sEsd4zHpkIJU/uiRkP4A6OCK2//dENl/8zDw6A0yywAd9oL66ST15wBJCAn16Rjix//o2ul/QvQv0evx/3/wErM61D6FOWgP70CClgln7+P/f7AcHI7AibHNCTOTli62k07hSI+IYb8JlJSX9fnr6Hks6//o//9K9kdN6StFCkDo0znlyujo6Oj//0i5F11XTlPr6PgU3ACCcoGWLhgVlhsAAJD5/3+wHAfUzBrmjjUhjyYPp/WO0A/0UPum8dH96LQnC5lLVzh9DUVa6zKtv+vUohGUSTCnPfAPuutD21PrQCPKVUrpz40coRTN0Daku+Pt2Ons+QIUEDjqcyL6UHkMufgRhgT/fX/faB6JjbWWvfad/0AVemPpGu+vcej3QS/Sf+IDwX9/opX/06Hrf8lSPJvDWLDpQ2fm+f+YZrDo6AAAAP/ttoKV7P9/kOkaqIMA/aed6Ojo6OgAAADq8GH8S0cLlEpr1alKAPCXdawqxJhmAAG8A6QDAAAITbIpscRn+wIAAAAABFla',
      'base64',
    ),
  ],
  [
    'ARM64',
    Buffer.from(
      '/Td6WFoAAATm1rRGAgEKACEBDACmHRKVAQGj8pdm6+ga7rcA6VBFUgAQQfYqDtfvOc9EpvaY5/UF6Oj/9s2Jl45+1utx/ZzrZAjDlOjRuX7//f9/sEsd4zHpkIJU/uiRkP4A6OCK2//dENl/8zDc6A0yywAd9oL66ST15wBJCAn16Rjix//o2ul/QvQv0evx/3/wErM61D6FOWgP70CClgln7+P/f7AcHI7AibHNCTOTli62k07hSI+IYecJlJSX9fnr6Hks6//o//9K9kdN6StFCkDo0znlyujo6Oj//0i5F11XTlPr6PgU3ACCcoGWLhgVlhsAAJD5/3+wHAfUzBrmjjUhjyYPp/WO0A/0UPum8dH96LQnC5lLVzh9DUVa6zKtv+vUohGUSTCnPfAPuutD21PrQCPKVUrpz40coRTN0Daku+Pt2Ons+QIUEDjqcyL6UHkMufgRhgT/fX/faB6JjbWWvfad/0AVemPpGu+vcej3QS/Sf+IDatd/opX/06Hrf8lR4pvDWLDpQ2fm+f+YZrDo6AAAAP/ttoKV7P9/kOkaqIMA/aed6Ojo6OgAAADq8GH8S0cLlEpr1alKAPCXdawqxJhmAAG8A6QDAAAITbIpscRn+wIAAAAABFla',
      'base64',
    ),
  ],
  [
    'x86, delta and ARM',
    Buffer.from(
      '/Td6WFoAAATm1rRGAwMEAAMBAgcAIQEMFfJwYgEBo/KXZvlRvQPP3funRWmiy+/2Gs3hxSv4VW0nVEH/bQHz+g7liqHB9T9d8yexemds2DDgRCaW+EOBgLNMnjPmzK1Ra25mhZIWJ1gvi/PSUjXaouNXXfU2VuOa6yuC3fME+/56VCEJrOF67d58BhPql2gLsI/3wi6U/xM0SsKLS2UqirbYc6fJ5VnamJDNHZ3epG0jDYCCxo37I/0gK7VBpxkwgTPVjmFlVPMtQgPZuxQAYvdIA/Pk+CEVo8n5/fevxh8AVBZguhgVnjf2lJp2KvQ3bZaBFLyXf2gD62p1+f/vtx2IJLATEsIbOwHx7hjPfykaZoDssqHWV/fjKiPlJEyfMrYN3d7tU9S5J+MmwKcfE/TAaH37NCFoqGXQ3xUnH3pDM9KHsS8i1+utSR0G/yEZKBc21mPqEN1XEml/Bc0M7vd74OufqiWXDTBBB0JKeHsj1KCMxlf5SNBH25ezMeudfDgWgDEM7KwoZmPScnYVJuu3/baYsm2xUABSGJr97baDqDZ96qTqJxmaWrkknetB4AIAgxYY6vBhElvmD0kDYEFf3wDwl3WsKsSYZgABwAOkAwAAsoBSVbHEZ/sCAAAAAARZWg==',
      'base64',
    ),
  ],
]

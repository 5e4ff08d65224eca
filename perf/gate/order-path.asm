; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Accept(byref,byref):this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; partially interruptible
; No PGO data
; 2 inlinees with PGO data; 25 single block inlinees; 3 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     r14
       push     r13
       push     r12
       push     rbx
       push     rax
       lea      rbp, [rsp+0x30]
       mov      r14, rdi
       mov      r15, rsi
       mov      rbx, rdx
 
G_M000_IG02:
       movzx    r13, byte  ptr [rbx+0x3F]
       or       r13d, 1
       movzx    rdi, byte  ptr [rbx+0x3E]
       and      edi, 15
       movsxd   rdi, edi
       mov      rdx, 0xD1FFAB1E
       movzx    r12, byte  ptr [rdx+rdi]
       cmp      r12d, 15
       jne      SHORT G_M000_IG04
 
G_M000_IG03:
       mov      rdi, rbx
       mov      edx, r13d
       xor      esi, esi
       call     [LowLatency.Trading.Orders.OrderRecord:Standing(byte,byte):byte:this]
       jmp      SHORT G_M000_IG05
 
G_M000_IG04:
       mov      eax, r12d
 
G_M000_IG05:
       test     eax, eax
       je       G_M000_IG13
 
G_M000_IG06:
       movzx    rcx, byte  ptr [rbx+0x3F]
       cmp      r13d, ecx
       je       G_M000_IG13
       mov      byte  ptr [rbx+0x3F], r13b
       mov      byte  ptr [rbx+0x3E], al
       mov      rax, qword ptr [r15+0x28]
       mov      qword ptr [rbx+0x40], rax
       cmp      byte  ptr [r14], r14b
       lea      rax, bword ptr [r14+0x130]
       mov      rcx, qword ptr [rbx+0x30]
       shr      rcx, 32
       movzx    rcx, cx
       mov      rax, gword ptr [rax]
       cmp      byte  ptr [rax], al
       mov      rax, gword ptr [rax+8*rcx+0x10]
       mov      rcx, qword ptr [rax+0x88]
       mov      rdx, qword ptr [rax+0x108]
       and      rdx, qword ptr [rax+0x98]
       imul     rdx, rdx, 192
       add      rcx, rdx
       mov      rdx, qword ptr [r15+0x40]
       mov      qword ptr [rcx], rdx
       mov      rdx, qword ptr [r15+0x10]
       mov      qword ptr [rcx+0x08], rdx
       mov      rdx, qword ptr [r15+0x08]
       mov      qword ptr [rcx+0x10], rdx
       mov      rdx, qword ptr [rbx+0x10]
       mov      qword ptr [rcx+0x18], rdx
       xor      edx, edx
       mov      qword ptr [rcx+0x20], rdx
       mov      rdx, qword ptr [r15+0x30]
       mov      qword ptr [rcx+0x28], rdx
       mov      rdx, qword ptr [r15+0x28]
       mov      qword ptr [rcx+0x30], rdx
       movzx    rdx, byte  ptr [r15+0x01]
       movzx    rdi, byte  ptr [rbx+0x3E]
       shl      rdi, 8
       or       rdx, rdi
       mov      edi, dword ptr [rbx+0x38]
       shl      rdi, 24
       or       rdx, rdi
       mov      qword ptr [rcx+0x38], rdx
       mov      rdx, qword ptr [rbx+0x18]
       mov      qword ptr [rcx+0x40], rdx
       mov      rdx, qword ptr [rbx+0x20]
       mov      qword ptr [rcx+0x48], rdx
       mov      rdx, qword ptr [rbx+0x28]
       mov      qword ptr [rcx+0x60], rdx
       cmp      byte  ptr [rbx+0x3E], 6
       jb       SHORT G_M000_IG07
       xor      edx, edx
       jmp      SHORT G_M000_IG08
 
G_M000_IG07:
       mov      rdx, qword ptr [rbx+0x20]
       sub      rdx, qword ptr [rbx+0x28]
       xor      edi, edi
       test     rdx, rdx
       cmovg    rdi, rdx
       mov      rdx, rdi
 
G_M000_IG08:
       mov      qword ptr [rcx+0x68], rdx
       lea      rdx, bword ptr [rcx+0x70]
       mov      rdi, qword ptr [rbx]
       mov      qword ptr [rdx], rdi
       mov      rdi, qword ptr [rbx+0x08]
       mov      qword ptr [rdx+0x08], rdi
       xor      edx, edx
       mov      qword ptr [rcx+0x50], rdx
 
G_M000_IG09:
       mov      qword ptr [rcx+0x58], rdx
       vxorps   xmm0, xmm0, xmm0
       vmovups  xmmword ptr [rcx+0x80], xmm0
 
G_M000_IG10:
       mov      qword ptr [rcx+0x90], rdx
 
G_M000_IG11:
       mov      qword ptr [rcx+0x98], rdx
 
G_M000_IG12:
       mov      qword ptr [rcx+0xA0], rdx
       mov      rdx, qword ptr [rbx+0x30]
       mov      qword ptr [rcx+0xA8], rdx
       movzx    rdx, word  ptr [rbx+0x3C]
       mov      qword ptr [rcx+0xB0], rdx
       xor      edx, edx
       mov      qword ptr [rcx+0xB8], rdx
       inc      qword ptr [rax+0x108]
       mov      rax, gword ptr [r14+0x30]
       inc      qword ptr [rax+0x30]
       jmp      SHORT G_M000_IG14
 
G_M000_IG13:
       mov      rax, gword ptr [r14+0x30]
       inc      qword ptr [rax+0x48]
 
G_M000_IG14:
       add      rsp, 8
       pop      rbx
       pop      r12
       pop      r13
       pop      r14
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 457

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Fill(byref,byref):this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; partially interruptible
; No PGO data
; 2 inlinees with PGO data; 64 single block inlinees; 11 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     r14
       push     r13
       push     r12
       push     rbx
       sub      rsp, 120
       lea      rbp, [rsp+0xA0]
       mov      r14, rdi
       mov      r15, rsi
       mov      rbx, rdx
 
G_M000_IG02:
       lea      r13, bword ptr [r14+0xD8]
       mov      r12, gword ptr [r14+0x30]
       mov      rax, gword ptr [r14+0x80]
       mov      gword ptr [rbp-0x98], rax
       mov      r10, qword ptr [r15+0x20]
       mov      qword ptr [rbp-0x30], r10
       mov      rdx, qword ptr [r15+0x18]
       test     r10, r10
       jle      G_M000_IG30
 
G_M000_IG03:
       test     rdx, rdx
       jle      G_M000_IG30
       mov      r8, 0xD1FFAB1E
       cmp      r10, r8
       jg       G_M000_IG30
       mov      r8, gword ptr [r13+0x08]
       mov      r11, qword ptr [r8+0x10]
       movsxd   rcx, dword ptr [rbx+0x48]
       shl      rcx, 7
       add      r11, rcx
       mov      bword ptr [rbp-0x90], r11
       lea      r8, [rbp-0x40]
       mulx     rcx, r9, r10
       mov      qword ptr [r8], r9
       mov      qword ptr [rbp-0x48], rcx
       mov      rsi, qword ptr [rbp-0x40]
       mov      qword ptr [rbp-0x38], rsi
       movzx    r8, byte  ptr [rbx+0x38]
       add      r8, r8
       neg      r8
       add      r8, 3
       mov      qword ptr [rbp-0x50], r8
       mov      rdi, qword ptr [r11+0x10]
       mov      qword ptr [rbp-0x58], rdi
       mov      r9, r8
       imul     r9, r10
       add      r9, rdi
       mov      qword ptr [rbp-0x60], r9
       mov      r8, 0xD1FFAB1E
       add      r8, r9
       mov      r9, 0xD1FFAB1E
       cmp      r8, r9
       ja       G_M000_IG29
       mov      r8, 0xD1FFAB1E
       cmp      rcx, r8
       jb       SHORT G_M000_IG04
       mov      r8, 0xD1FFAB1E
       cmp      rcx, r8
       jg       G_M000_IG29
       mov      r8, 0xD1FFAB1E
       cmp      rcx, r8
       jne      SHORT G_M000_IG04
       test     rsi, rsi
       jne      G_M000_IG29
 
G_M000_IG04:
       mov      r8, qword ptr [rbp-0x50]
       mov      r9, r8
       sar      r9, 1
       mov      r13, r9
       mov      r8, rsi
       xor      r8, r9
       xor      r13, rcx
       mov      qword ptr [rbp-0x78], r13
       mov      r13, r8
       sub      r13, r9
       cmp      r13, r8
       seta     r8b
       movzx    r8, r8b
       mov      qword ptr [rbp-0x68], r8
       mov      r8, qword ptr [rbp-0x78]
       sub      r8, r9
       mov      r9, r8
       sub      r9, qword ptr [rbp-0x68]
       mov      r8, qword ptr [rbp-0x60]
       mov      qword ptr [r11+0x10], r8
       mov      r8, rdi
       xor      r8, qword ptr [rbp-0x50]
       mov      rsi, qword ptr [rbp-0x38]
       jge      G_M000_IG07
       test     rdi, rdi
       je       G_M000_IG07
       cmp      qword ptr [rbp-0x60], 0
       je       SHORT G_M000_IG05
       mov      r8, r13
       mov      rdi, r11
       mov      rsi, qword ptr [rbp-0x58]
       mov      rcx, r10
       call     [LowLatency.Trading.Risk.PositionBook:Close(byref,long,long,long,System.Int128)]
       mov      rsi, qword ptr [rbp-0x38]
       mov      r10, qword ptr [rbp-0x30]
       mov      r11, bword ptr [rbp-0x90]
       jmp      G_M000_IG08
 
G_M000_IG05:
       lea      rdx, bword ptr [r11+0x60]
       mov      rdi, qword ptr [rdx]
       mov      r8, qword ptr [rdx+0x08]
       mov      qword ptr [rbp-0x70], r8
       mov      r8, qword ptr [r11+0x50]
       mov      qword ptr [rbp-0x80], r8
       mov      r8, qword ptr [r11+0x58]
       mov      qword ptr [rbp-0x88], r8
       mov      r8, r13
       add      r8, qword ptr [rbp-0x80]
       cmp      r8, r13
       setb     r13b
       movzx    r13, r13b
       add      r9, qword ptr [rbp-0x88]
       add      r9, r13
       mov      r13, rdi
       sub      r13, r8
       cmp      r13, rdi
       seta     dil
       movzx    rdi, dil
       mov      r8, qword ptr [rbp-0x70]
       sub      r8, r9
       sub      r8, rdi
       mov      qword ptr [rdx], r13
       mov      qword ptr [rdx+0x08], r8
       xor      edx, edx
       mov      qword ptr [r11+0x50], rdx
 
G_M000_IG06:
       mov      qword ptr [r11+0x58], rdx
       jmp      SHORT G_M000_IG08
 
G_M000_IG07:
       lea      rdx, bword ptr [r11+0x50]
       mov      rdi, qword ptr [rdx]
       mov      r8, qword ptr [rdx+0x08]
       add      r13, rdi
       cmp      r13, rdi
       setb     dil
       movzx    rdi, dil
       add      r8, r9
       add      rdi, r8
       mov      qword ptr [rdx], r13
       mov      qword ptr [rdx+0x08], rdi
 
G_M000_IG08:
       mov      rax, gword ptr [rbp-0x98]
       mov      rdx, qword ptr [rax+0x18]
       movsxd   rdi, dword ptr [rbx+0x4C]
       shl      rdi, 7
       add      rdx, rdi
       cmp      byte  ptr [r15+0x02], 1
       jne      SHORT G_M000_IG09
       mov      r8d, dword ptr [rdx+0x60]
       jmp      SHORT G_M000_IG10
 
G_M000_IG09:
       mov      r8d, dword ptr [rdx+0x64]
 
G_M000_IG10:
       test     r8d, r8d
       setne    dl
       mov      byte  ptr [r15+0x7C], dl
       test     r8d, r8d
       jne      SHORT G_M000_IG12
 
G_M000_IG11:
       jmp      SHORT G_M000_IG13
 
G_M000_IG12:
       mov      rdx, rsi
       mov      rcx, qword ptr [rbp-0x48]
       mov      rdi, r15
       mov      rsi, r11
       call     [LowLatency.Trading.Risk.RiskStage:Charge(byref,byref,System.Int128,int)]
 
G_M000_IG13:
       mov      rax, qword ptr [rbx+0x20]
       sub      rax, qword ptr [rbx+0x28]
       mov      r13, qword ptr [rbp-0x30]
       cmp      r13, rax
       jg       G_M000_IG16
       cmp      byte  ptr [rbx+0x3E], 6
       jae      G_M000_IG16
       test     byte  ptr [rbx+0x3F], 2
       jne      G_M000_IG16
       lea      rdi, bword ptr [rbx+0x28]
       add      qword ptr [rdi], r13
       mov      rdi, qword ptr [rbx]
       mov      rsi, qword ptr [rbx+0x08]
       mov      r12, qword ptr [rbp-0x38]
       add      r12, rdi
       cmp      r12, rdi
       setb     dil
       movzx    rdi, dil
       mov      rdx, qword ptr [rbp-0x48]
       add      rsi, rdx
       add      rdi, rsi
       mov      qword ptr [rbx], r12
       mov      qword ptr [rbx+0x08], rdi
       lea      rdi, bword ptr [rbx+0x3F]
       or       byte  ptr [rdi], 1
       mov      edi, 2
       mov      esi, 1
       cmp      r13, rax
       cmovne   edi, esi
       movzx    rsi, dil
       movzx    rdx, byte  ptr [rbx+0x3F]
       movzx    rdi, byte  ptr [rbx+0x3E]
       mov      eax, esi
       shl      eax, 4
       and      edi, 15
       add      edi, eax
       movsxd   rdi, edi
       mov      rax, 0xD1FFAB1E
       movzx    r12, byte  ptr [rax+rdi]
       cmp      r12d, 15
       jne      SHORT G_M000_IG14
       mov      rdi, rbx
       call     [LowLatency.Trading.Orders.OrderRecord:Standing(byte,byte):byte:this]
       jmp      SHORT G_M000_IG15
 
G_M000_IG14:
       mov      eax, r12d
 
G_M000_IG15:
       mov      byte  ptr [rbx+0x3E], al
       cmp      byte  ptr [rbx+0x38], 1
       setne    cl
       movzx    rcx, cl
       mov      r12, bword ptr [rbp-0x90]
       lea      rcx, bword ptr [r12+8*rcx+0x18]
       sub      qword ptr [rcx], r13
       jmp      SHORT G_M000_IG20
 
G_M000_IG16:
       mov      rcx, qword ptr [r12+0x50]
       cmp      r13, rax
       jg       SHORT G_M000_IG17
       cmp      byte  ptr [rbx+0x3E], 6
       jb       SHORT G_M000_IG18
 
G_M000_IG17:
       mov      r8d, 1
       jmp      SHORT G_M000_IG19
 
G_M000_IG18:
       xor      r8d, r8d
 
G_M000_IG19:
       mov      r8d, r8d
       add      rcx, r8
       mov      qword ptr [r12+0x50], rcx
       mov      rcx, qword ptr [rbp-0x38]
       mov      r8, qword ptr [rbp-0x48]
       mov      rdi, rbx
       mov      rsi, bword ptr [rbp-0x90]
       mov      rdx, r13
       call     [LowLatency.Trading.Risk.RiskStage:ExecuteUnexpected(byref,byref,long,System.Int128)]
 
G_M000_IG20:
       lea      rdx, bword ptr [r14+0x130]
       mov      rdi, qword ptr [rbx+0x30]
       shr      rdi, 32
       movzx    rdi, di
       mov      rdx, gword ptr [rdx]
       cmp      byte  ptr [rdx], dl
       mov      rdx, gword ptr [rdx+8*rdi+0x10]
       mov      rdi, qword ptr [rdx+0x88]
       mov      rsi, qword ptr [rdx+0x108]
       and      rsi, qword ptr [rdx+0x98]
       imul     rsi, rsi, 192
       add      rdi, rsi
       movzx    rsi, byte  ptr [r15+0x02]
       shl      rsi, 56
       mov      rax, qword ptr [r15+0x18]
       mov      rcx, qword ptr [r15+0x20]
       mov      r8, qword ptr [r15+0x40]
       mov      qword ptr [rdi], r8
       mov      r8, qword ptr [r15+0x10]
       mov      qword ptr [rdi+0x08], r8
       mov      r8, qword ptr [r15+0x08]
       mov      qword ptr [rdi+0x10], r8
       mov      r8, qword ptr [rbx+0x10]
       mov      qword ptr [rdi+0x18], r8
       xor      r8d, r8d
       mov      qword ptr [rdi+0x20], r8
       mov      r8, qword ptr [r15+0x30]
       mov      qword ptr [rdi+0x28], r8
       mov      r8, qword ptr [r15+0x28]
       mov      qword ptr [rdi+0x30], r8
       movzx    r8, byte  ptr [r15+0x01]
       movzx    r9, byte  ptr [rbx+0x3E]
       shl      r9, 8
       or       r8, r9
       mov      r9d, dword ptr [rbx+0x38]
       shl      r9, 24
       or       r8, r9
       or       rsi, r8
       mov      qword ptr [rdi+0x38], rsi
       mov      rsi, qword ptr [rbx+0x18]
       mov      qword ptr [rdi+0x40], rsi
       mov      rsi, qword ptr [rbx+0x20]
       mov      qword ptr [rdi+0x48], rsi
       mov      rsi, qword ptr [rbx+0x28]
       mov      qword ptr [rdi+0x60], rsi
       cmp      byte  ptr [rbx+0x3E], 6
       jb       SHORT G_M000_IG21
       xor      esi, esi
       jmp      SHORT G_M000_IG22
 
G_M000_IG21:
       mov      rsi, qword ptr [rbx+0x20]
       sub      rsi, qword ptr [rbx+0x28]
       xor      r8d, r8d
       test     rsi, rsi
       cmovg    r8, rsi
       mov      rsi, r8
 
G_M000_IG22:
       mov      qword ptr [rdi+0x68], rsi
       lea      rsi, bword ptr [rdi+0x70]
       mov      r8, qword ptr [rbx]
       mov      qword ptr [rsi], r8
       mov      r8, qword ptr [rbx+0x08]
       mov      qword ptr [rsi+0x08], r8
       mov      qword ptr [rdi+0x50], rax
       mov      qword ptr [rdi+0x58], rcx
       vxorps   xmm0, xmm0, xmm0
       vmovups  xmmword ptr [rdi+0x80], xmm0
       xor      esi, esi
       mov      qword ptr [rdi+0x90], rsi
 
G_M000_IG23:
       mov      qword ptr [rdi+0x98], rsi
 
G_M000_IG24:
       mov      qword ptr [rdi+0xA0], rsi
       mov      rsi, qword ptr [rbx+0x30]
       mov      qword ptr [rdi+0xA8], rsi
       movzx    rsi, word  ptr [rbx+0x3C]
       mov      qword ptr [rdi+0xB0], rsi
       xor      esi, esi
       mov      qword ptr [rdi+0xB8], rsi
       cmp      byte  ptr [r15+0x7C], 0
       je       SHORT G_M000_IG25
       add      rdi, 128
       lea      rsi, bword ptr [r15+0x50]
       mov      rax, qword ptr [rsi]
       mov      qword ptr [rdi], rax
       mov      rsi, qword ptr [rsi+0x08]
       mov      qword ptr [rdi+0x08], rsi
 
G_M000_IG25:
       inc      qword ptr [rdx+0x108]
       lea      rdx, bword ptr [r14+0xD8]
       cmp      byte  ptr [rbx+0x3E], 6
       jb       SHORT G_M000_IG28
       test     byte  ptr [rbx+0x3F], 6
       jne      SHORT G_M000_IG28
       mov      r13, gword ptr [rdx]
       mov      r15d, dword ptr [r15+0x30]
       mov      rdi, gword ptr [r13+0x18]
       mov      rdx, qword ptr [rdi+0x18]
       mov      esi, dword ptr [rbx+0x5C]
       lea      rsi, [rdx+4*rsi]
       lea      edx, [r15+r15]
       cmp      dword ptr [rsi], edx
       je       SHORT G_M000_IG26
       lea      edx, [r15+r15]
       call     [LowLatency.Trading.Orders.ClientIdIndex:Unlink(ptr,int):this]
       jmp      SHORT G_M000_IG27
 
G_M000_IG26:
       mov      edi, dword ptr [rbx+0x54]
       mov      dword ptr [rsi], edi
 
G_M000_IG27:
       mov      byte  ptr [rbx+0x3E], 0
       mov      edi, dword ptr [r13+0x30]
       mov      dword ptr [rbx+0x54], edi
       mov      dword ptr [r13+0x30], r15d
       dec      dword ptr [r13+0x3C]
 
G_M000_IG28:
       mov      rdi, gword ptr [r14+0x30]
       inc      qword ptr [rdi+0x38]
       jmp      SHORT G_M000_IG31
 
G_M000_IG29:
       mov      rdi, gword ptr [r13+0x18]
       cmp      dword ptr [rdi], edi
       call     [LowLatency.Trading.Risk.KillSwitch:StopFirm():this]
 
G_M000_IG30:
       mov      rax, gword ptr [r14+0x30]
       inc      qword ptr [rax+0x48]
 
G_M000_IG31:
       add      rsp, 120
       pop      rbx
       pop      r12
       pop      r13
       pop      r14
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 1402

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:NewOrder(byref):this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; partially interruptible
; No PGO data
; 1 inlinees with PGO data; 60 single block inlinees; 39 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     r14
       push     r13
       push     r12
       push     rbx
       sub      rsp, 56
       lea      rbp, [rsp+0x60]
       mov      r15, rdi
       mov      rbx, rsi
 
G_M000_IG02:
       cmp      byte  ptr [r15], r15b
       lea      rdi, bword ptr [r15+0xC8]
       xor      r14d, r14d
       mov      rax, qword ptr [rbx+0x08]
       mov      rcx, gword ptr [rdi]
       mov      edx, eax
       mov      rsi, rax
       shr      rsi, 48
       cmp      edx, dword ptr [rcx+0x28]
       jae      SHORT G_M000_IG04
 
G_M000_IG03:
       mov      r8d, dword ptr [rcx+0x2C]
       cmp      esi, r8d
       jae      SHORT G_M000_IG04
       mov      rcx, qword ptr [rcx+0x20]
       imul     edx, r8d
       add      edx, esi
       mov      ecx, dword ptr [rcx+4*rdx]
       jmp      SHORT G_M000_IG05
 
G_M000_IG04:
       xor      ecx, ecx
 
G_M000_IG05:
       mov      rdx, gword ptr [rdi]
       movsxd   r13, ecx
       shl      r13, 7
       add      r13, qword ptr [rdx+0x18]
       mov      dword ptr [rbx+0x78], ecx
       test     ecx, ecx
       je       SHORT G_M000_IG07
 
G_M000_IG06:
       mov      rcx, 0xD1FFAB1E
       and      rax, rcx
       movzx    rcx, word  ptr [r13+0x68]
       shl      rcx, 48
       or       rax, rcx
       mov      qword ptr [rbx+0x08], rax
       jmp      SHORT G_M000_IG08
 
G_M000_IG07:
       mov      rax, gword ptr [rdi]
       mov      ecx, dword ptr [rbx+0x08]
       dec      ecx
       mov      eax, dword ptr [rax+0x28]
       dec      eax
       mov      edx, 2
       mov      esi, 1
       cmp      ecx, eax
       cmovae   edx, esi
       movzx    rax, dl
       shlx     r14, rsi, rax
 
G_M000_IG08:
       mov      rax, qword ptr [rbx]
       mov      rcx, rax
       shr      rcx, 48
       dec      ecx
       cmp      ecx, dword ptr [rdi+0x08]
       jb       SHORT G_M000_IG10
 
G_M000_IG09:
       or       r14, 8
 
G_M000_IG10:
       shr      rax, 8
       add      eax, -257
       test     eax, 0xD1FFAB1E
       jne      SHORT G_M000_IG12
 
G_M000_IG11:
       shr      eax, 16
       mov      edi, 27
       sarx     edi, edi, eax
       test     dil, 1
       jne      SHORT G_M000_IG13
 
G_M000_IG12:
       mov      rdi, rbx
       call     [LowLatency.Trading.Validation.OrderTraits:Faults(byref):ulong]
       or       rax, r14
       mov      r14, rax
 
G_M000_IG13:
       cmp      byte  ptr [rbx+0x02], 1
       je       SHORT G_M000_IG17
 
G_M000_IG14:
       mov      rdi, qword ptr [rbx+0x18]
       test     rdi, rdi
       jle      SHORT G_M000_IG18
       mov      rsi, rdi
       imul     rsi, qword ptr [r13]
       mov      ecx, dword ptr [r13+0x10]
       ror      rsi, cl
       cmp      rsi, qword ptr [r13+0x08]
       jbe      SHORT G_M000_IG15
       or       r14, 512
 
G_M000_IG15:
       cmp      rdi, qword ptr [r13+0x30]
       jl       SHORT G_M000_IG16
       cmp      rdi, qword ptr [r13+0x38]
       jle      SHORT G_M000_IG19
 
G_M000_IG16:
       or       r14, 0x400
       jmp      SHORT G_M000_IG19
 
G_M000_IG17:
       cmp      qword ptr [rbx+0x18], 0
       je       SHORT G_M000_IG19
 
G_M000_IG18:
       or       r14, 256
 
G_M000_IG19:
       mov      rdi, qword ptr [rbx+0x20]
       test     rdi, rdi
       jle      SHORT G_M000_IG23
 
G_M000_IG20:
       lea      rsi, bword ptr [r13+0x18]
       mov      rdx, rdi
       imul     rdx, qword ptr [rsi]
       mov      ecx, dword ptr [rsi+0x10]
       ror      rdx, cl
       cmp      rdx, qword ptr [rsi+0x08]
       jbe      SHORT G_M000_IG21
       or       r14, 0x1000
 
G_M000_IG21:
       cmp      rdi, qword ptr [r13+0x40]
       jl       SHORT G_M000_IG22
       cmp      rdi, qword ptr [r13+0x48]
       jle      SHORT G_M000_IG24
 
G_M000_IG22:
       or       r14, 0x2000
       jmp      SHORT G_M000_IG24
 
G_M000_IG23:
       or       r14, 0x800
 
G_M000_IG24:
       mov      rdi, gword ptr [r15+0x30]
       inc      qword ptr [rdi+0x18]
       lea      r13, bword ptr [r15+0xD8]
       mov      r12, r14
       mov      rdi, gword ptr [r13+0x08]
       mov      rsi, rdi
       movzx    rax, word  ptr [rbx+0x06]
       mov      edx, dword ptr [rbx+0x08]
       mov      ecx, edx
       cmp      eax, dword ptr [rsi+0x1C]
       jae      SHORT G_M000_IG26
 
G_M000_IG25:
       mov      r8d, dword ptr [rsi+0x18]
       cmp      ecx, r8d
       jae      SHORT G_M000_IG26
       imul     eax, r8d
       add      eax, ecx
       jmp      SHORT G_M000_IG27
 
G_M000_IG26:
       xor      eax, eax
 
G_M000_IG27:
       mov      dword ptr [rbp-0x44], eax
       movsxd   rcx, eax
       shl      rcx, 7
       add      rcx, qword ptr [rdi+0x10]
       mov      bword ptr [rbp-0x58], rcx
       mov      rdi, gword ptr [r13+0x10]
       mov      rsi, qword ptr [rdi+0x10]
       xor      r8d, r8d
       cmp      edx, dword ptr [rdi+0x18]
       cmovae   edx, r8d
       add      edx, edx
       mov      edi, edx
       lea      r8, [rsi+8*rdi]
       mov      qword ptr [rbp-0x30], r8
       cmp      byte  ptr [rbx+0x01], 1
       sete     dil
       movzx    rdi, dil
       mov      r9, qword ptr [r8+8*rdi]
       mov      rdx, r9
       mov      qword ptr [rbp-0x38], rdx
       mov      qword ptr [rbx+0x68], rdx
       mov      r9, qword ptr [rbx+0x28]
       mov      qword ptr [rbp-0x40], r9
       mov      rdi, gword ptr [r13]
       movzx    rsi, word  ptr [rbx+0x0C]
       movzx    r10, si
       mov      rdi, qword ptr [rdi+0x28]
       lea      r10, [rdi+8*r10]
       mov      bword ptr [rbp-0x60], r10
       mov      rdi, r14
       or       rdi, 0x4000
       cmp      r9, qword ptr [r10]
       cmovbe   r12, rdi
       mov      rdi, gword ptr [r13+0x18]
       mov      r11d, dword ptr [rcx+0x3C]
       mov      r14d, dword ptr [rbx+0x08]
       cmp      byte  ptr [rdi], dil
       test     r11d, r11d
       jne      SHORT G_M000_IG29
 
G_M000_IG28:
       cmp      dword ptr [rdi+0x20], 0
       je       SHORT G_M000_IG30
       mov      edx, r14d
       call     [LowLatency.Trading.Risk.KillSwitch:IsThrownByStrategy(LowLatency.Primitives.Identity.StrategyId,LowLatency.Primitives.Identity.InstrumentId):bool:this]
       test     eax, eax
       je       SHORT G_M000_IG30
 
G_M000_IG29:
       or       r12, 0xD1FFAB1E
 
G_M000_IG30:
       mov      rdi, qword ptr [rbx+0x18]
       cmp      byte  ptr [rbx+0x02], 1
       je       SHORT G_M000_IG35
 
G_M000_IG31:
       mov      r8, qword ptr [rbp-0x30]
       mov      rdx, qword ptr [r8]
       or       rdx, qword ptr [r8+0x08]
       jne      SHORT G_M000_IG32
       or       r12, 0xD1FFAB1E
 
G_M000_IG32:
       mov      rcx, bword ptr [rbp-0x58]
       cmp      rdi, qword ptr [rcx+0x28]
       jl       SHORT G_M000_IG34
       cmp      rdi, qword ptr [rcx+0x30]
       jg       SHORT G_M000_IG34
 
G_M000_IG33:
       jmp      SHORT G_M000_IG36
 
G_M000_IG34:
       or       r12, 0xD1FFAB1E
       jmp      SHORT G_M000_IG36
 
G_M000_IG35:
       mov      rdx, qword ptr [rbp-0x38]
       mov      rdi, rdx
       mov      rsi, r12
       or       rsi, 0xD1FFAB1E
       test     rdi, rdi
       cmove    r12, rsi
 
G_M000_IG36:
       mov      r14, qword ptr [rbx+0x20]
       movzx    r8, byte  ptr [rbx+0x01]
       mov      dword ptr [rbp-0x48], r8d
       mov      rcx, bword ptr [rbp-0x58]
       cmp      r14, qword ptr [rcx]
       jle      SHORT G_M000_IG38
 
G_M000_IG37:
       or       r12, 0xD1FFAB1E
 
G_M000_IG38:
       mov      rsi, rdi
       or       rsi, r14
       jge      G_M000_IG48
 
G_M000_IG39:
       mov      rsi, r14
       mov      rdx, rcx
       call     [LowLatency.Trading.Risk.RiskStage:IsAbove(long,long,byref):bool]
       test     eax, eax
       je       SHORT G_M000_IG42
 
G_M000_IG40:
       mov      rcx, bword ptr [rbp-0x58]
 
G_M000_IG41:
       or       r12, 0xD1FFAB1E
 
G_M000_IG42:
       xor      edi, edi
       mov      esi, -1
       mov      r8d, dword ptr [rbp-0x48]
       cmp      r8d, 1
       cmovne   edi, esi
       movsxd   rdi, edi
       mov      rcx, bword ptr [rbp-0x58]
       mov      rsi, rdi
       xor      rsi, qword ptr [rcx+0x10]
       sub      rsi, rdi
       cmp      r8d, 1
       setne    dil
       movzx    rdi, dil
       add      rsi, qword ptr [rcx+8*rdi+0x18]
       mov      rdi, qword ptr [rcx+0x08]
       sub      rdi, rsi
       cmp      rdi, r14
       jge      SHORT G_M000_IG44
 
G_M000_IG43:
       or       r12, 0xD1FFAB1E
 
G_M000_IG44:
       mov      rdi, gword ptr [r13]
       mov      esi, dword ptr [rdi+0x3C]
       cmp      esi, dword ptr [rdi+0x38]
       jne      SHORT G_M000_IG46
 
G_M000_IG45:
       or       r12, 0xD1FFAB1E
 
G_M000_IG46:
       mov      r10, bword ptr [rbp-0x60]
       mov      rdi, qword ptr [r10]
       mov      r9, qword ptr [rbp-0x40]
       cmp      rdi, r9
       cmovb    rdi, r9
       mov      qword ptr [r10], rdi
       test     r12, r12
       jne      SHORT G_M000_IG52
 
G_M000_IG47:
       mov      rdi, gword ptr [r13]
       mov      esi, dword ptr [rdi+0x30]
       mov      rdx, qword ptr [rdi+0x20]
       movsxd   r8, esi
       shl      r8, 7
       add      r8, rdx
       test     esi, esi
       jl       SHORT G_M000_IG53
       mov      edx, dword ptr [r8+0x54]
       mov      dword ptr [rdi+0x30], edx
       jmp      SHORT G_M000_IG54
 
G_M000_IG48:
       lea      rsi, [rbp-0x50]
       mov      rdx, rdi
       mulx     rdi, r11, r14
       mov      qword ptr [rsi], r11
       mov      rsi, qword ptr [rbp-0x50]
       mov      rdx, qword ptr [rcx+0x40]
       mov      r11, qword ptr [rcx+0x48]
       cmp      rdi, r11
       jg       G_M000_IG41
       je       SHORT G_M000_IG50
 
G_M000_IG49:
       jmp      G_M000_IG42
 
G_M000_IG50:
       cmp      rsi, rdx
       ja       G_M000_IG41
 
G_M000_IG51:
       jmp      G_M000_IG42
 
G_M000_IG52:
       xor      edi, edi
       mov      qword ptr [rbx+0x60], rdi
       mov      rdi, r15
       mov      rsi, rbx
       mov      rdx, r12
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Reject(byref,ulong):this]
       lea      rdi, bword ptr [r15+0x130]
       mov      rsi, rbx
       call     [LowLatency.Trading.Reporting.ReportStage:Rejected(byref):this]
       jmp      G_M000_IG63
 
G_M000_IG53:
       mov      esi, dword ptr [rdi+0x34]
       lea      r8d, [rsi+0x01]
       mov      dword ptr [rdi+0x34], r8d
       movsxd   r8, esi
       shl      r8, 7
       add      r8, rdx
 
G_M000_IG54:
       mov      edx, dword ptr [r8+0x50]
       inc      edx
       mov      r9d, 1
       test     edx, edx
       cmovne   r9d, edx
       mov      dword ptr [r8+0x50], r9d
       inc      dword ptr [rdi+0x3C]
       mov      rdi, gword ptr [r13]
       movsxd   rdx, esi
       shl      rdx, 7
       add      rdx, qword ptr [rdi+0x20]
       mov      rdi, qword ptr [rbx+0x20]
       mov      r8, qword ptr [rbx+0x28]
       mov      qword ptr [rdx+0x10], r8
       mov      r8, qword ptr [rbx+0x18]
       mov      qword ptr [rdx+0x18], r8
       mov      qword ptr [rdx+0x20], rdi
       xor      r8d, r8d
       mov      qword ptr [rdx+0x28], r8
 
G_M000_IG55:
       mov      qword ptr [rdx], r8
 
G_M000_IG56:
       mov      qword ptr [rdx+0x08], r8
       mov      r8, qword ptr [rbx+0x08]
       mov      qword ptr [rdx+0x30], r8
       mov      r8, qword ptr [rbx]
       mov      r9, r8
       shr      r9, 8
       mov      r9d, r9d
       shr      r8, 48
       shl      r8, 32
       or       r8, r9
       mov      r9, 0xD1FFAB1E
       or       r8, r9
       mov      qword ptr [rdx+0x38], r8
       xor      r8d, r8d
       mov      qword ptr [rdx+0x40], r8
       mov      eax, dword ptr [rbp-0x44]
       mov      dword ptr [rdx+0x48], eax
       mov      r8d, dword ptr [rbx+0x78]
       mov      dword ptr [rdx+0x4C], r8d
       mov      r8, gword ptr [r13]
       mov      r8, gword ptr [r8+0x18]
       movzx    rax, word  ptr [rdx+0x34]
       mov      r9, qword ptr [rdx+0x10]
       mov      r10, r9
       shr      r10, 6
       shl      rax, 48
       add      rax, r10
       mov      r10, 0xD1FFAB1E
       imul     rax, r10
       mov      r10d, dword ptr [r8+0x20]
       shrx     rax, rax, r10
       and      r9d, 63
       xor      eax, r9d
       and      eax, dword ptr [r8+0x24]
       mov      dword ptr [rdx+0x5C], eax
       mov      r9, qword ptr [r8+0x18]
       mov      r9d, dword ptr [r9+4*rax]
       mov      dword ptr [rdx+0x54], r9d
       mov      r8, qword ptr [r8+0x18]
       lea      r9d, [rsi+rsi]
       mov      dword ptr [r8+4*rax], r9d
       cmp      byte  ptr [rbx+0x01], 1
       setne    r8b
       movzx    r8, r8b
       lea      rcx, bword ptr [rcx+8*r8+0x18]
       add      qword ptr [rcx], rdi
       mov      edi, dword ptr [rdx+0x50]
       shl      rdi, 32
       mov      esi, esi
       or       rdi, rsi
       mov      qword ptr [rbx+0x60], rdi
       lea      rdi, bword ptr [r15+0xF8]
       lea      rsi, bword ptr [rdi+0x08]
       mov      rcx, gword ptr [rsi]
       mov      rdx, qword ptr [rcx+0x110]
       add      rdx, qword ptr [rcx+0x90]
       sub      rdx, qword ptr [rcx+0x108]
       cmp      rdx, 2
       jge      SHORT G_M000_IG58
       mov      rdx, qword ptr [rcx+0x188]
 
G_M000_IG57:
       mov      qword ptr [rcx+0x110], rdx
       mov      edx, dword ptr [rcx+0x110]
       add      edx, dword ptr [rcx+0x90]
       sub      edx, dword ptr [rcx+0x108]
       cmp      edx, 2
       jl       G_M000_IG61
 
G_M000_IG58:
       mov      rcx, qword ptr [rsi+0x08]
       mov      rdx, qword ptr [rsi+0x28]
       and      rdx, qword ptr [rsi+0x10]
       lea      rdx, [rdx+2*rdx]
       lea      rcx, [rcx+8*rdx]
       mov      rdx, qword ptr [rbx+0x60]
       mov      qword ptr [rcx], rdx
       mov      rdx, qword ptr [rbx+0x18]
       mov      qword ptr [rcx+0x08], rdx
       mov      rdx, qword ptr [rbx+0x20]
       mov      qword ptr [rcx+0x10], rdx
       inc      qword ptr [rsi+0x28]
       mov      rcx, gword ptr [rsi]
       mov      rdx, qword ptr [rcx+0x88]
       mov      r8, qword ptr [rcx+0x108]
       and      r8, qword ptr [rcx+0x98]
       shl      r8, 7
       add      rdx, r8
       mov      rcx, qword ptr [rbx+0x60]
       mov      r8, qword ptr [rsi+0x28]
       mov      rax, qword ptr [rbx+0x10]
       mov      r9, rax
       mov      qword ptr [rdx], 0x3004
       mov      qword ptr [rdx+0x08], r9
       mov      qword ptr [rdx+0x10], rax
       xor      eax, eax
       mov      qword ptr [rdx+0x18], rax
 
G_M000_IG59:
       mov      qword ptr [rdx+0x20], rax
       mov      qword ptr [rdx+0x28], r8
       mov      qword ptr [rdx+0x30], rcx
       mov      ecx, 1
       mov      rdx, qword ptr [rsi+0x28]
       mov      r8, qword ptr [rsi+0x20]
       sub      rdx, r8
       cmp      rdx, qword ptr [rsi+0x18]
       jbe      SHORT G_M000_IG60
       mov      rcx, qword ptr [rsi+0x08]
       mov      rdx, r8
       and      rdx, qword ptr [rsi+0x10]
       lea      rdx, [rdx+2*rdx]
       lea      rcx, [rcx+8*rdx]
       inc      r8
       mov      qword ptr [rsi+0x20], r8
       mov      rdx, gword ptr [rsi]
       mov      r8, qword ptr [rdx+0x88]
       mov      rax, qword ptr [rdx+0x108]
       inc      rax
       and      rax, qword ptr [rdx+0x98]
       shl      rax, 7
       add      r8, rax
       mov      rdx, qword ptr [rcx]
       mov      rax, qword ptr [rsi+0x28]
       mov      r9, qword ptr [rcx+0x08]
       mov      rcx, qword ptr [rcx+0x10]
       mov      r10, qword ptr [rbx+0x10]
       mov      r11, r10
       mov      qword ptr [r8], 0x24604
       mov      qword ptr [r8+0x08], r11
       mov      qword ptr [r8+0x10], r10
       mov      qword ptr [r8+0x18], r9
       mov      qword ptr [r8+0x20], rcx
       mov      qword ptr [r8+0x28], rax
       mov      qword ptr [r8+0x30], rdx
       mov      ecx, 2
 
G_M000_IG60:
       mov      rsi, gword ptr [rsi]
       mov      ecx, ecx
       add      qword ptr [rsi+0x108], rcx
       xor      ecx, ecx
       jmp      SHORT G_M000_IG62
 
G_M000_IG61:
       mov      ecx, 27
 
G_M000_IG62:
       test     ecx, ecx
       je       SHORT G_M000_IG63
       mov      rsi, rbx
       mov      edx, 56
       xor      r8d, r8d
       call     [LowLatency.Trading.Venues.SubmitStage`1[LowLatency.Latency.Orders.RestingGateway]:Refuse(byref,byte,byte,bool):this]
 
G_M000_IG63:
       nop      
 
G_M000_IG64:
       add      rsp, 56
       pop      rbx
       pop      r12
       pop      r13
       pop      r14
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 1717

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; fully interruptible
; No PGO data
; 2 inlinees with PGO data; 14 single block inlinees; 8 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     r14
       push     r13
       push     r12
       push     rbx
       push     rax
       lea      rbp, [rsp+0x30]
       mov      rbx, rdi
       mov      r15, rsi
       mov      r14, rcx
 
G_M000_IG02:
       mov      r13, qword ptr [r15+0x190]
       sub      r13, qword ptr [r15+0x188]
       jne      SHORT G_M000_IG04
 
G_M000_IG03:
       mov      r13, qword ptr [r15+0x108]
       mov      qword ptr [r15+0x190], r13
       sub      r13, qword ptr [r15+0x188]
 
G_M000_IG04:
       cmp      r13d, edx
       cmovg    r13d, edx
       xor      r12d, r12d
       cmp      r12d, r13d
       jge      G_M000_IG23
 
G_M000_IG05:
       mov      rdi, gword ptr [rbx+0x48]
       mov      rax, qword ptr [rdi+0x108]
       cmp      rax, qword ptr [rdi+0x188]
       je       SHORT G_M000_IG07
 
G_M000_IG06:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeCommands[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG07:
       cmp      dword ptr [rbx+0xC0], 0
       jg       SHORT G_M000_IG09
 
G_M000_IG08:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:FindRoom[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():bool:this]
       test     eax, eax
       je       G_M000_IG23
 
G_M000_IG09:
       mov      rsi, qword ptr [r15+0x88]
       movsxd   rdi, r12d
       add      rdi, qword ptr [r15+0x188]
       and      rdi, qword ptr [r15+0x98]
       shl      rdi, 7
       add      rsi, rdi
       test     r14, r14
       je       SHORT G_M000_IG11
 
G_M000_IG10:
       mov      rdi, qword ptr [rsi+0x08]
       mov      rax, 0xD1FFAB1E
       and      rax, rdi
       cmp      rax, r14
       je       SHORT G_M000_IG11
       mov      rax, 0xD1FFAB1E
       and      rdi, rax
       or       rdi, r14
       mov      qword ptr [rsi+0x08], rdi
 
G_M000_IG11:
       cmp      byte  ptr [rsi], sil
       mov      rdi, qword ptr [rbx+0xB8]
       inc      rdi
       mov      rax, qword ptr [rsi+0x10]
       mov      rcx, qword ptr [rbx+0xA8]
       cmp      rax, rcx
       jge      SHORT G_M000_IG14
 
G_M000_IG12:
       mov      qword ptr [rsi+0x40], rdi
       mov      qword ptr [rsi+0x10], rcx
       mov      qword ptr [rbx+0xB8], rdi
       mov      qword ptr [rbx+0xA8], rcx
       dec      dword ptr [rbx+0xC0]
       cmp      byte  ptr [rsi], 4
       jne      SHORT G_M000_IG15
 
G_M000_IG13:
       mov      rdi, gword ptr [rbx+0xD8]
       mov      rdx, qword ptr [rsi+0x30]
       cmp      edx, dword ptr [rdi+0x34]
       jae      SHORT G_M000_IG17
       mov      eax, edx
       shl      rax, 7
       add      rax, qword ptr [rdi+0x20]
       shr      rdx, 32
       cmp      dword ptr [rax+0x50], edx
       jne      SHORT G_M000_IG17
       cmp      byte  ptr [rax+0x3E], 0
       je       SHORT G_M000_IG17
       mov      rdx, rax
       jmp      SHORT G_M000_IG18
 
G_M000_IG14:
       mov      rcx, rax
       jmp      SHORT G_M000_IG12
 
G_M000_IG15:
       cmp      byte  ptr [rsi], 1
       je       SHORT G_M000_IG16
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Dispatch(byref):this]
       jmp      SHORT G_M000_IG22
 
G_M000_IG16:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:NewOrder(byref):this]
       jmp      SHORT G_M000_IG22
 
G_M000_IG17:
       xor      rdx, rdx
 
G_M000_IG18:
       test     rdx, rdx
       je       SHORT G_M000_IG21
       movzx    rdi, byte  ptr [rsi+0x01]
       cmp      edi, 48
       je       SHORT G_M000_IG20
       cmp      edi, 70
       je       SHORT G_M000_IG19
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Change(byref,byref):this]
       jmp      SHORT G_M000_IG22
 
G_M000_IG19:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Fill(byref,byref):this]
       jmp      SHORT G_M000_IG22
 
G_M000_IG20:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Accept(byref,byref):this]
       jmp      SHORT G_M000_IG22
 
G_M000_IG21:
       mov      rax, gword ptr [rbx+0x30]
       inc      qword ptr [rax+0x40]
 
G_M000_IG22:
       inc      r12d
       cmp      r12d, r13d
       jl       G_M000_IG05
 
G_M000_IG23:
       movsxd   rax, r12d
       add      qword ptr [r15+0x188], rax
 
G_M000_IG24:
       add      rsp, 8
       pop      rbx
       pop      r12
       pop      r13
       pop      r14
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 454

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:PollGateway[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; fully interruptible
; No PGO data
; 1 inlinees with PGO data; 15 single block inlinees; 8 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     rbx
       lea      rbp, [rsp+0x10]
       mov      rbx, rdi
 
G_M000_IG02:
       mov      r15d, 64
 
G_M000_IG03:
       mov      rdi, gword ptr [rbx+0x48]
       mov      rax, qword ptr [rdi+0x108]
       cmp      rax, qword ptr [rdi+0x188]
       je       SHORT G_M000_IG05
 
G_M000_IG04:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeCommands[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG05:
       cmp      dword ptr [rbx+0xC0], 0
       jg       SHORT G_M000_IG07
 
G_M000_IG06:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:FindRoom[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():bool:this]
       test     eax, eax
       je       G_M000_IG23
 
G_M000_IG07:
       mov      rdi, gword ptr [rbx+0x100]
       mov      rsi, qword ptr [rdi+0x190]
       sub      rsi, qword ptr [rdi+0x188]
       test     rsi, rsi
       jg       SHORT G_M000_IG09
 
G_M000_IG08:
       mov      rsi, qword ptr [rdi+0x108]
       mov      qword ptr [rdi+0x190], rsi
       sub      rsi, qword ptr [rdi+0x188]
       test     rsi, rsi
       jle      SHORT G_M000_IG10
 
G_M000_IG09:
       mov      rsi, qword ptr [rdi+0x88]
       mov      rax, qword ptr [rdi+0x188]
       and      rax, qword ptr [rdi+0x98]
       shl      rax, 7
       add      rsi, rax
       jmp      SHORT G_M000_IG11
 
G_M000_IG10:
       xor      rsi, rsi
 
G_M000_IG11:
       test     rsi, rsi
       je       G_M000_IG23
       mov      rdi, qword ptr [rbx+0xB8]
       inc      rdi
       mov      rax, qword ptr [rsi+0x10]
       mov      rcx, qword ptr [rbx+0xA8]
       cmp      rax, rcx
       jge      SHORT G_M000_IG14
 
G_M000_IG12:
       mov      qword ptr [rsi+0x40], rdi
       mov      qword ptr [rsi+0x10], rcx
       mov      qword ptr [rbx+0xB8], rdi
       mov      qword ptr [rbx+0xA8], rcx
       dec      dword ptr [rbx+0xC0]
       cmp      byte  ptr [rsi], 4
       jne      SHORT G_M000_IG15
 
G_M000_IG13:
       mov      rdi, gword ptr [rbx+0xD8]
       mov      rdx, qword ptr [rsi+0x30]
       cmp      edx, dword ptr [rdi+0x34]
       jae      SHORT G_M000_IG17
       mov      eax, edx
       shl      rax, 7
       add      rax, qword ptr [rdi+0x20]
       shr      rdx, 32
       cmp      dword ptr [rax+0x50], edx
       jne      SHORT G_M000_IG17
       cmp      byte  ptr [rax+0x3E], 0
       je       SHORT G_M000_IG17
       mov      rdx, rax
       jmp      SHORT G_M000_IG18
 
G_M000_IG14:
       mov      rcx, rax
       jmp      SHORT G_M000_IG12
 
G_M000_IG15:
       cmp      byte  ptr [rsi], 1
       je       SHORT G_M000_IG16
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Dispatch(byref):this]
       jmp      SHORT G_M000_IG22
 
G_M000_IG16:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:NewOrder(byref):this]
       jmp      SHORT G_M000_IG22
 
G_M000_IG17:
       xor      rdx, rdx
 
G_M000_IG18:
       test     rdx, rdx
       je       SHORT G_M000_IG21
       movzx    rdi, byte  ptr [rsi+0x01]
       cmp      edi, 48
       je       SHORT G_M000_IG20
       cmp      edi, 70
       je       SHORT G_M000_IG19
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Change(byref,byref):this]
       jmp      SHORT G_M000_IG22
 
G_M000_IG19:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Fill(byref,byref):this]
       jmp      SHORT G_M000_IG22
 
G_M000_IG20:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Accept(byref,byref):this]
       jmp      SHORT G_M000_IG22
 
G_M000_IG21:
       mov      rax, gword ptr [rbx+0x30]
       inc      qword ptr [rax+0x40]
 
G_M000_IG22:
       mov      rax, gword ptr [rbx+0x100]
       inc      qword ptr [rax+0x188]
       dec      r15d
       jne      G_M000_IG03
 
G_M000_IG23:
       pop      rbx
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 394

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:PollSources[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](int):int:this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX on Unix
; FullOpts code
; optimized code
; rbp based frame
; fully interruptible
; No PGO data
; 0 inlinees with PGO data; 18 single block inlinees; 7 inlinees without PGO data

G_M000_IG01:
       push     rbp
       push     r15
       push     r14
       push     r13
       push     r12
       push     rbx
       sub      rsp, 24
       lea      rbp, [rsp+0x40]
       mov      rbx, rdi
       mov      r15d, esi
 
G_M000_IG02:
       mov      r14, qword ptr [rbx+0xB8]
 
G_M000_IG03:
       mov      r13, qword ptr [rbx+0xB8]
       mov      rdi, gword ptr [rbx+0x48]
       mov      rax, qword ptr [rdi+0x108]
       cmp      rax, qword ptr [rdi+0x188]
       je       SHORT G_M000_IG05
 
G_M000_IG04:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:TakeCommands[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG05:
       mov      rsi, gword ptr [rbx+0x50]
       mov      rdi, qword ptr [rsi+0x108]
       cmp      rdi, qword ptr [rsi+0x188]
       je       SHORT G_M000_IG07
 
G_M000_IG06:
       mov      rdi, rbx
       mov      edx, 64
       xor      ecx, ecx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this]
 
G_M000_IG07:
       lea      rdi, bword ptr [rbx+0x100]
       mov      rax, gword ptr [rdi]
       mov      rax, qword ptr [rax+0x188]
       mov      rdi, gword ptr [rdi]
       cmp      rax, qword ptr [rdi+0x108]
       je       SHORT G_M000_IG09
 
G_M000_IG08:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:PollGateway[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG09:
       mov      r12, gword ptr [rbx+0x68]
       mov      eax, dword ptr [r12+0x08]
       test     eax, eax
       jle      SHORT G_M000_IG14
 
G_M000_IG10:
       add      r12, 16
       mov      dword ptr [rbp-0x30], eax
 
G_M000_IG11:
       mov      rsi, gword ptr [r12]
       mov      rdi, qword ptr [rsi+0x108]
       cmp      rdi, qword ptr [rsi+0x188]
       je       SHORT G_M000_IG13
 
G_M000_IG12:
       mov      rdi, rbx
       mov      edx, 64
       xor      ecx, ecx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this]
 
G_M000_IG13:
       add      r12, 8
       mov      eax, dword ptr [rbp-0x30]
       dec      eax
       mov      dword ptr [rbp-0x30], eax
       jne      SHORT G_M000_IG11
 
G_M000_IG14:
       mov      rsi, gword ptr [rbx+0x60]
       mov      rdi, qword ptr [rsi+0x108]
       cmp      rdi, qword ptr [rsi+0x188]
       je       SHORT G_M000_IG16
 
G_M000_IG15:
       mov      rdi, rbx
       mov      edx, 64
       xor      ecx, ecx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this]
 
G_M000_IG16:
       mov      r12, gword ptr [rbx+0x70]
       xor      eax, eax
       mov      r8d, dword ptr [r12+0x08]
       mov      dword ptr [rbp-0x2C], r8d
       test     r8d, r8d
       jle      SHORT G_M000_IG20
 
G_M000_IG17:
       mov      rsi, gword ptr [r12+8*rax+0x10]
       mov      rcx, qword ptr [rsi+0x108]
       cmp      rcx, qword ptr [rsi+0x188]
       je       SHORT G_M000_IG19
 
G_M000_IG18:
       mov      rsi, gword ptr [r12+8*rax+0x10]
       mov      qword ptr [rbp-0x38], rax
       lea      ecx, [rax+0x01]
       movsxd   rcx, ecx
       shl      rcx, 32
       mov      rdi, rbx
       mov      edx, 32
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this]
       mov      rax, qword ptr [rbp-0x38]
 
G_M000_IG19:
       inc      eax
       mov      rdi, rax
       mov      r8d, dword ptr [rbp-0x2C]
       cmp      r8d, edi
       mov      rax, rdi
       jg       SHORT G_M000_IG17
 
G_M000_IG20:
       mov      rsi, gword ptr [rbx+0x50]
       mov      rdi, qword ptr [rsi+0x108]
       cmp      rdi, qword ptr [rsi+0x188]
       je       SHORT G_M000_IG22
 
G_M000_IG21:
       mov      rdi, rbx
       mov      edx, 64
       xor      ecx, ecx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Poll[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](LowLatency.Primitives.Messaging.SpscRing`1[LowLatency.Trading.Engine.EngineEvent],int,ulong):this]
 
G_M000_IG22:
       lea      rdi, bword ptr [rbx+0x100]
       mov      rax, gword ptr [rdi]
       mov      rax, qword ptr [rax+0x188]
       mov      rdi, gword ptr [rdi]
       cmp      rax, qword ptr [rdi+0x108]
       je       SHORT G_M000_IG24
 
G_M000_IG23:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:PollGateway[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]]():this]
 
G_M000_IG24:
       mov      rax, qword ptr [rbx+0xB8]
       sub      rax, r13
       cmp      rax, 32
       jl       SHORT G_M000_IG26
 
G_M000_IG25:
       mov      rax, qword ptr [rbx+0xB8]
       sub      rax, r14
       movsxd   rcx, r15d
       cmp      rax, rcx
       jl       G_M000_IG03
 
G_M000_IG26:
       mov      eax, dword ptr [rbx+0xB8]
       sub      eax, r14d
 
G_M000_IG27:
       add      rsp, 24
       pop      rbx
       pop      r12
       pop      r13
       pop      r14
       pop      r15
       pop      rbp
       ret      
 
; Total bytes of code 479

; LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:Turn(int):int:this (FullOpts)
; Emitting BLENDED_CODE for generic X64 + VEX on Unix
; FullOpts code
; optimized code
; rsp based frame
; partially interruptible
; No PGO data
; 0 inlinees with PGO data; 2 single block inlinees; 0 inlinees without PGO data

G_M000_IG01:
       push     rbx
       mov      rbx, rdi
 
G_M000_IG02:
       mov      rdi, rbx
       call     [LowLatency.Trading.Engine.TradingEngine`3[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]:PollSources[LowLatency.Trading.Engine.TradingEngine`3+AllStages[LowLatency.Latency.Orders.RestingGateway,LowLatency.Trading.Journal.NoJournal,LowLatency.Trading.Engine.NoProbe]](int):int:this]
       mov      rcx, gword ptr [rbx+0x30]
       mov      rdx, qword ptr [rbx+0xB8]
       mov      qword ptr [rcx+0x10], rdx
 
G_M000_IG03:
       pop      rbx
       ret      
 
; Total bytes of code 30

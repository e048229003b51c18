// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Generated character tables; do not edit.
///
/// Written by Tests/Tools/guard-tables.py from the Unicode Character Database 14.0.0 and the
/// TR39 confusables (Unicode License v3). String literals, because large array literals compile very slowly.
enum FoldingTable {
    /// Compatibility decomposition, marks removed, case folded, look-alikes and digits of any script as ASCII.
    static let folding = """
        4Q=a 3=- 5*2=2 6=1 1=o 6=a 1=a 1=a 1=a 1=a 1=a 1=ae 1=c 1=e 1=e 1=e 1=e 1=i 1=i 1=i 1=i 1=d 1*2=n 1=o 1=o 1=o
        1=o 1=x 1=o 1=u 1=u 1=u 1=u 1=y 1=th 1=ss 1=a 1=a 1=a 1=a 1=a 1=a 1=ae 1=c 1=e 1=e 1=e 1=e 1=i 1=i 1=i 1=i 1=d
        1*2=n 1=o 1=o 1=o 1=o 2=o 1=u 1=u 1=u 1=u 1=y 1=th 1=y 1=a 1=a 1=a 1=a 1=a 1=a 1=c 1=c 1=c 1=c 1=c 1=c 1=c
        1*2=c 1=d 1=d 1*2=d 1=e 1=e 1=e 1=e 1=e 1=e 1=e 1=e 1=e 1=g 1=g 1=g 1=g 1=g 1=g 1=g 1*2=g 1=h 1=h 1*2=h 1=i
        1=i 1=i 1=i 1=i 1=i 1=i 1=i 1=i 1=ij 1=ij 1=j 1*2=j 1=k 1*2=k 1=l 1=l 1=l 1=l 1=l 3=l 1=l 1=n 1=n 1=n 1=n 1=n
        1=n 2=n 1*2=n 1=o 1=o 1=o 1=o 1=o 1=oe 1=oe 1=r 1=r 1=r 1=r 1=r 1*2=r 1=s 1=s 1=s 1=s 1=s 1=s 1*2=s 1=t 1=t
        1=t 1=t 1*2=t 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=w 1=w 1=y 1=y 1*2=y 1=z 1=z 1=z 1=z 1=z 1=s 1=b
        1=b 3=b 2=o 1=c 1=c 2=d 3=g 1=e 1=e 1*2=e 1*2=f 1=y 2=i 1=i 1=k 1*2=k 2*2=m 1*2=n 1=o 1=o 3=p 1=p 1*2=r 1=s
        4=t 1=t 1*2=t 1=u 2=v 1=y 1*2=y 1=z 1=3 5=s 1=s 3=l 3=l 1=dz 1=dz 1=dz 1=lj 1=lj 1=lj 1=nj 1=nj 1=nj 1=a 1=a
        1=i 1=i 1=o 1=o 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=e 1=a 1=a 1=a 1=a 1=ae 1=ae 3=g 1=g 1=k 1=k 1=o 1=o
        1=o 1=o 1=3 2=j 1=dz 1=dz 1=dz 1=g 1=g 3=n 1=n 1=a 1=a 1=ae 1=ae 1=o 1=o 1=a 1=a 1=a 1=a 1=e 1=e 1=e 1=e 1=i
        1=i 1=i 1=i 1=o 1=o 1=o 1=o 1=r 1=r 1=r 1=r 1=u 1=u 1=u 1=u 1=s 1*2=s 1=t 1=3 2=h 1=h 1=n 2=8 1=8 3=a 1=a 1=e
        1=e 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=y 1=y 4=j 3=a 3=l 6=b 2=v B=a 1=a 2=b 1=o 3=d 2=e 2=e 5=g 1=g 1=g 1=y
        2=h 3=i 1=i 1=i 5=m 3=n 2*2=n 4=r 7=r 7=t 1=t 3=v 1*2=v 1=y 1=y A=b 3=h 2*2=k H=h 2=j 1=r 1=r 3=w 1=y Z=i 5=y
        1=l 1=s 1=x T*112=- B=i 5=j 7=a 2=e 1*2=h 2=o 2=u 2=i 1*2=a 1=y 2=e 1=z 1=h 2=i 1=k 2=m 1=v 2=o 2=p 2=o 1*2=t
        2=x 3=i 1=u 1=a 3=i 1=u 1=a 2=y 6=i 4=v 2=o 2=p 1=o 1=o 2=u 5=i 1=u 1=o 1=u 5=u 1=u 1=u 8=f C=2 9=p 1=o 1=j
        6=o 1=m 6=e 1=e 2=r 2=s 1=i 1*2=i 4=k 2=y 2=a 1=6 1=b 1=r 2=e 2=3 3=k 2=m 1=h 1=o 2=p 1=c 1=t 1=y 2=x 7=b 4=a
        1=6 2=r 2=e 9=o 2=p 1=c 2=y 2=x B=e 1=e 2=r 2=s 1=i 1*2=i 6=y 2=w 1=w J=v 1=v 1=v 1=v C*7=- 11=y 1=y B=h 1=h
        1=e 1=e 3=i F=i 1=a 1=a 1=a 1=a 3=e 1=e 7=3 2=3 6=o 1=o 7=y 1=y 1=y 1=y 1=y 1=y D=d 1=d B=g E=q 1=q 1=w 1=w
        K=w 2=q 3=q A=h 8=n 4=n 1=u 2=s 2=g 3=f 1=o C=w 2=q 3=q A=h 8=n 4=n 1=u 4=g 3=f 1=o C*45=- 2=- 2*2=- 2*2=- 2=-
        1L*6=- B*11=- 2=- 1B*21=- 1*10=0 7=- 2U*8=- 2*6=- 3*2=- 2*4=- 3*10=0 M=- 2=- V*27=- 2K*11=- G*10=0 Y*9=- A=-
        P*4=- 2*9=- 2*3=- 2*5=- 18*3=- 1H*2=- 7*8=- 17*57=- 1K=- 2=- 5*8=- 5=- 4*7=- B*2=- 3*10=0 I=- 1N=- 5*4=- 9=-
        L*2=- 3*10=0 F=- 3*2=- 1M=- 5*2=- 5*2=- 3*3=- 4=- L*10=0 1*2=- 4=- C*2=- 1M=- 5*5=- 2*2=- 5=- L*2=- 3*10=0
        B*6=- 2=- 2=8 T=o S=- 3=- 2*4=- 9=- 8*2=- C*2=- 3*10=0 J=- 1Q=- D=- P*10=0 H=- 2=o 2=- 1K=- 2*3=- 6*3=- 2*4=-
        8*2=- C*2=- 3*10=0 I=- 1=o 1M=- 3=- 7=- 6*2=- L*2=- 3*10=0 H*2=- 1=o U=o R*2=- 5*4=- 9=- L*2=- 3*10=0 I=- 1=o
        20=- 8*3=- 2=- G*10=0 1U=- 3*7=- D*8=- 2*10=0 2G=- 3*9=- C*6=- 3*10=0 1R*2=- 7*10=0 C=- 2=- 2=- 1K*14=- 2*5=-
        2*2=- 6*11=- 2*36=- A=- 2F=o G*4=- 2*6=- 2*2=- 3*2=- 2*10=0 F*2=- 5*3=- H*4=- E=- 3*2=- 7=- 3*10=0 4=- 22=y
        O=o 2O*2=- 4G=u 5S=o 3X*3=- A*9=1 1B=d 1=r 1=t 3=i 4=y 1=a 1=j 1=e 7=w 4=m 4=h 2=y 3=g 2=h 1=z B=4 1=b 3=r 2=w
        1=s 4=v 1=s 4=l 1=c 3=p 4=k 1=d 7=6 5=g 1=b 7=g 1=b 1F=v T=u X=p 2=d 3=b R=j T=l L=2 3M=x 1N=h 1=x A=r 14=b
        5=f H=a P=d C=d 6=m 7=b 3A=x 1=x 21=x A=l K=k 1=m 1O*3=- U*2=- V*2=- V*2=- 1T*2=- 2*7=- 9=- 3*11=- A=- 3*10=0
        Y*5=- 1*10=0 30*2=- Z=- 3B*3=- 5*2=- A=- 7*3=- B*10=0 3L*10=0 1=1 1P*2=- 3=- 1N=- 2*7=- 2=- 2=- 3*8=- 7*10=-
        3=- 1*10=0 7*10=0 N*31=- 1E*4=- 1D=- 2*5=- 2=- 6=- E*10=0 I*9=- D*2=- X*4=- 3*2=- 2*3=- 3*10=0 19=- 2*2=- 4=-
        2*3=- 1N*8=- 3*2=- 9*10=0 7*10=0 15=o 1=c 10=y O=o H*3=- 2*13=- 2*7=- 5=- 7=- 4*2=- 7=a 4*2=c 2=e 3*2=j 2=m
        2=o 2=o 7=p 3*2=t 4*2=v 1=z 4=r 6=a 1=ae 1=b 2*2=d 1=e 1*8=g 2=o 1=8 1=p 1=r 1*2=t 1=w 1=a 1=a 1=a 2=b 1*2=d
        1=e 1=e 2=g 2=k 1*3=m 1=o 3=p 1*2=t 2=m 1=v 3=y 4=i 1=r 1*2=u 2=y 1=p R=g 9=y G=c 2=d 2=f 2*3=g 1=i 1=i 5=l
        3=n 2*2=n 7*2=u 1=v 1=z 5*64=- 1=a 1*2=a 1=b 1=b 1=b 1=b 1*2=b 1*2=c 1=d 1=d 1=d 1=d 1=d 1=d 1=d 1=d 1*2=d 1=e
        1=e 1=e 1=e 1=e 1=e 1=e 1=e 1*2=e 1*2=f 1*2=g 1=h 1=h 1=h 1=h 1=h 1=h 1=h 1=h 1*2=h 1=i 1=i 1=i 1=k 1=k 1=k
        1=k 1=k 1*2=k 1=l 1=l 1=l 1=l 1=l 1=l 1*2=l 1=m 1=m 1=m 1=m 1*2=m 1=n 1=n 1=n 1=n 1=n 1=n 1*2=n 1=o 1=o 1=o
        1=o 1=o 1=o 1*2=o 1=p 1=p 1=p 1=r 1=r 1=r 1=r 1=r 1=r 1=r 1*2=r 1=s 1=s 1=s 1=s 1=s 1=s 1=s 1=s 1*2=s 1=t 1=t
        1=t 1=t 1=t 1=t 1*2=t 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1*2=u 1=v 1=v 1*2=v 1=w 1=w 1=w 1=w 1=w 1=w 1=w 1=w
        1*2=w 1=x 1=x 1*2=x 1*2=y 1=z 1=z 1=z 1=z 1=z 1=h 1=t 1=w 1=y 2=s 2=f 1=ss 2=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a
        1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=e 1=e 1=e 1=e 1=e 1=e 1=e 1=e 1=e 1=e 1=e 1=e
        1=e 1=e 1=e 1=e 1=i 1=i 1=i 1=i 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o 1=o
        1=o 1=o 1=o 1=o 1=o 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 1=y 1=y 1=y 1=y 1=y 1=y 1=y 1=y
        5=y 1=y 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 9=e 1=e 1=e 1=e 1=e 1=e B=h 1=h 1=h
        1=h 1=h 1=h 1=h 1*2=h 1=i 1=i 1=i 1=i 1=i 1=i 1=i 1=i 1=i 1=i 1=i 1=i 1=i 1=i 1=i 1=o 1=o 1=o 1=o 1=o 1=o 3=o
        1=o 1=o 1=o 1=o 1=o 3=u 1=u 1=u 1=u 1=u 1=u 1=u 1=u 2=u 2=u 2=u 2=u H=a 1=a 5=i 1=i 1=o 1=o 1=u 1=u 5=a 1=a
        1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 1=a 9=h 1=h 1=h 1=h 1=h 1=h 1=h 1=h H=a 1=a 1=a 1=a 1=a
        2=a 1=a 1=a 1=a 1=a 1=a 1=a 2=i A=e 1=e 1=h 1=h 1=h 4=i 1=i 1=i 1=i 3=i 1=i 1=i 1=i 1=i 1=i 5=u 1=u 1=u 1=u
        1=p 1=p 1=u 1=u 1=u 1=u 1=u 1=u 1=p C=o 1=o I*5=- R*5=- 1E*5=- 2*10=- 1=0 1=i 3*6=4 6=n 1*10=0 7=a 1=e 1=o 1=x
        1=e 1=h 1*4=k 1=p 1*2=s C=rs 14*33=- G=ac 1=as 1=c 3=co 1=cu 1=e 3*2=g 1=h 1=h 1=h 1*2=h 1=i 1=l 1=l 2=n 1=no
        3*3=p 1=r 1=r 3=sm 1=tel 1=tm 2=z 4=z 2=k 1*3=a 1=e 1=e 1*2=e 2=m 1=o 5=i 2=fax 2=y 1=y 7=d 1*2=d 1*2=i N=i
        1=ii 1=iii 1=iv 1=v 1=vi 1=vii 1=viii 1=ix 1=x 1=xi 1=xii 1=l 1*2=c 1=m 1=i 1=ii 1=iii 1=iv 1=v 1=vi 1=vii
        1=viii 1=ix 1=x 1=xi 1=xii 1=l 1*2=c 1=m 4K=l 1=l 4=v 2=u 3E=t T=v 2=u 1O=e 38=i 1=p 6=a 3N=l 2R*9=1 1=10 1=11
        1=12 1=13 1=14 1=15 1=16 1=17 1=18 1=19 1=20 1*9=1 1=10 1=11 1=12 1=13 1=14 1=15 1=16 1=17 1=18 1=19 1=20
        1*9=1 1=10 1=11 1=12 1=13 1=14 1=15 1=16 1=17 1=18 1=19 1=20 1*26=a 1*26=a 1*26=a 1=0 B*9=1 2=0 38=x EB*9=1
        2*9=1 2*9=1 1Z=t 14=a 2=b 2=k 2=l 2=c 1=i 1=f 2=m 1=s 1=p 2=e 2=h 2=o 2=r 2=d 1=j 1=g 2=n 1=t 1=q 6=u 2=v 6=x
        8=z 5=w 3=y 6M=x 1=x 77=x FQ=a 8=a 2=a D=j 1=v 7=r 1=r 9=h 4=l 2=k 4=m 2=n 4=o 1=o 3=p 1=p 1=c 1=c 1=t 2=y 4=x
        U=9 2=3 4=l 2=6 T*3=- 1Z=v 1=e M=l 5=o 1=q 8=x Y=- 2P*32=- EG=o Z*4=- 30*2=- 5M=- 6K=pte 1=21 1=22 1=23 1=24
        1=25 1=26 1=27 1=28 1=29 1=30 1=31 1=32 1=33 1=34 1=35 2A=36 1=37 1=38 1=39 1=40 1=41 1=42 1=43 1=44 1=45 1=46
        1=47 1=48 1=49 1=50 D=hg 1=erg 1=ev 1=ltd 4I=hpa 1=da 1=au 1=bar 1=ov 1=pc 1=dm 1=dm2 1=dm3 1=iu 6=pa 1=na
        2=ma 1=ka 1=kb 1=mb 1=gb 1=cal 1=kcal 1=pf 1=nf 3=mg 1=kg 1=hz 1=khz 1=mhz 1=ghz 1=thz 2=ml 1=dl 1=kl 1=fm
        1=nm 2=mm 1=cm 1=km 1=mm2 1=cm2 1=m2 1=km2 1=mm3 1=cm3 1=m3 1=km3 3=pa 1=kpa 1=mpa 1=gpa 1=rad 3=ps 1=ns 2=ms
        1=pv 1=nv 2=mv 1=kv 1=mv 1=pw 1=nw 2=mw 1=kw 1=mw 3=am 1=bq 1=cc 1=cd 2=co 1=db 1=gy 1=ha 1=hp 1=in 1=kk 1=km
        1=kt 1=lm 1=ln 1=log 1=lx 1=mb 1=mil 1=mol 1=ph 1=pm 1=ppm 1=pr 1=sr 1=sv 1=wb Y=gal MA9=b 1=p 1=d 1=d 1=t 2=g
        1=k 2=j 1=c 2=z 1=f 2*2=m 1=l 1=s 1=r 3=v 1=h 3*3=w 2=a 2=e 2=l 1=o 1=u 8C*10=0 R=2 2=i 1=i 14*4=- 2*10=-
        X*2=- 1S=v G=2 1*2=- 1R=f 1=s 15=2 G=3 4=9 V=h B=f 1=f 5=u 1=u C=3 1=g 2=i 2=k 1=t 1=j 1=x 1=b 1Q=c 1=f 1=q
        4=h 1=oe 9=- 4=- 5=- Q*2=- 6=- 48*2=- B*10=0 7*18=- E=- 1*10=0 T*8=- Q*11=- 1B*3=- 1D=- 3*4=- 3*2=- J*10=0 C=-
        B*10=0 1C*6=- 3*2=- 3*2=- D=- 9=- 4*10=0 Z=- 1G=- 2*3=- 3*2=- 6*2=- 2=- 17*2=- 9=- 1O=e 3=f 8=o A=r 1=r 6=u
        4=u 8=y 5=u A=w 7=d 1=r 1=t 3=i 4=y 1=a 1=j 1=e 5=r 2=w 4=m 4=h 2=y 3=g 2=h 1=z B=4 1=b 3=r 2=w 1=s 4=v 1=s
        4=l 1=c 3=p 4=k 1=d 7=6 13=- 3=- 5=- 3*10=0 FLZ=ff 1=fi 1=fl 1=ffi 1=ffl 1=st 1=st O=- 8W*6=_ BH*16=- H*16=-
        1T=_ 2=_ 2=_ 2=_ 2=_ 2=_ 2=_ 2=_ 3L=- H*10=0 8*26=a 7*26=a 1W*2=_ 1=- 2H*3=- EA=- 3P=b 4*2=e 3=l 6=x 2=o 3=p
        1*2=s 9*3=a 3=f 6=o 5=m 1=t 1=y 2=x R=h H=- L=z C*2=b 7=l 8=m 4=t 2=x 3=8 6=l 2=x 2C*5=- 3U=o H=c 6=l 5=s C=o
        H=c B=s 2G*10=0 B=r E=o C=u 4=7 O=o C=u T=n 3=o 2=k 4=c 1=v 8=f 1=l 1=x GS=ae 1=b 1=b 7=d 6=g 1=g 2=h 1=h A=y
        2=o 3=q 5=r 5=t 3=y 4=l GB*3=- 2*2=- 6*4=- 15*3=- 5=- 1*4=1 4I*2=- FY*4=- 9*10=0 87*9=1 1V*2=- 4A*11=- 1E*4=-
        3G=- 1J*15=- C*9=1 C*10=0 1=- 3*2=- B*3=- 1E*4=- 3*2=- 3=- 5=- B=- Z*10=0 7*3=- 11*5=- 2*8=- 2*10=0 1G=- D*2=-
        1H*9=- B*4=- 3=- 1*10=0 2E*3=- 3=- 2*2=- 7=- 4H=- 4*8=- 6*10=0 7*2=- 1M*2=- 4=- 12*7=- 4*5=- 5G*8=- 3*3=- 2=-
        A*10=0 5=- 2D*6=- 2=- 5*2=- 2*2=- D*10=0 61*4=- 7*2=- 2*2=- S*2=- 2E*8=- 3=- 2*2=- G*10=0 2A=- 2=- 3*6=- 2=-
        9*10=0 1P=v 4=w 4=w 1=w E*3=- 3*4=- 2*5=- 5*10=0 6U*9=- 2*2=- 2U=v 1=s 1=f 1=i 1=z 2=7 2=o 1=z 1=3 2=9 2=e 1=4
        3=l 3=6 1=9 1=o 1=u 3=5 1=y 4=v 1=s 1=f 1=i 1=z 2=7 2=o 2=3 2=9 9=6 1=9 1=o 1=u 4=y 4*10=0 3=x 3=w 3=c 21*2=-
        2=- 5=- D*10=0 3F*4=- 3*2=- 5=- X*10=- 15*6=- 3*4=- 9=- A*6=- 3*3=- 1B*13=- 2*2=- BB*7=- 2*6=- 2=- H*10=0
        1L*22=- 3*7=- 2*2=- 2*2=- 3F*6=- 4=- 2*2=- 2*7=- 2=- 9*10=0 1J*2=- 4=- 2=- 9*10=0 96*2=- 470*9=- AP4*10=0
        2F*10=0 13*5=- 1O*7=- Q*10=0 Q7=v 2=t C=l I=l D=r 5=s 1=3 5=a 2=u 1=y C=- 1S*4=- 2A=- F5L*2=- 2*4=- 3ML*46=-
        3*23=- F5*3=- A*16=- 3*7=- V*4=- 2H=3 7=v 5=7 1=f 3=r K=l O*3=- CC*26=a 1*26=a 1*26=a 1*7=a 2*18=i 1*26=a
        1*26=a 1=a 2*2=c 3=g 3*2=j 3*4=n 2*8=s 1*4=a 2=f 2*7=h 2*11=p 1*26=a 1*26=a 1*2=a 2*4=d 3*8=j 2*7=s 2*26=a
        1*2=a 2*4=d 2*5=i 2=o 4*7=s 2*26=a 1*26=a 1*26=a 1*26=a 1*26=a 1*26=a 1*26=a 1*26=a 1*26=a 1*26=a 1*26=a
        1*26=a 1*26=a 1*2=i 3*2=a 1=y 2=e 1=z 1=h 2=i 1=k 2=m 1=v 2=o 2=p 2=o 1*2=t 2=x 4=a 2=y 6=i 4=v 2=o 2=p 1=o
        1=o 2=u A=p 2*2=a 1=y 2=e 1=z 1=h 2=i 1=k 2=m 1=v 2=o 2=p 2=o 1*2=t 2=x 4=a 2=y 6=i 4=v 2=o 2=p 1=o 1=o 2=u
        A=p 2*2=a 1=y 2=e 1=z 1=h 2=i 1=k 2=m 1=v 2=o 2=p 2=o 1*2=t 2=x 4=a 2=y 6=i 4=v 2=o 2=p 1=o 1=o 2=u A=p 2*2=a
        1=y 2=e 1=z 1=h 2=i 1=k 2=m 1=v 2=o 2=p 2=o 1*2=t 2=x 4=a 2=y 6=i 4=v 2=o 2=p 1=o 1=o 2=u A=p 2*2=a 1=y 2=e
        1=z 1=h 2=i 1=k 2=m 1=v 2=o 2=p 2=o 1*2=t 2=x 4=a 2=y 6=i 4=v 2=o 2=p 1=o 1=o 2=u A=p 2=f 4*10=0 1*10=0 1*10=0
        1*10=0 1*10=0 E9*55=- 5*50=- 9=- F=- N*5=- 2*15=- 11T*7=- 2*17=- 3*7=- 2*2=- 2*5=- 7A*7=- A*10=0 9X=- 1Q*4=-
        1*10=0 15J*7=- 32*7=- 6*10=0 1IF=0 1*10=0 6*26=a 2=c 1=r 1=cd 1=wz 2*26=a 1=hv 1=mv 1=sd 1=ss 1=ppv 1=wc R=mc
        1=md 1=mr 10=dj 14S=c S=t W8*10=0 GVM0=- V*96=- 3L*240=-
        """

    /// Letters of other scripts by sound.
    static let transliteration = """
        PD*2=a 1=g 1*2=d 1=z 1=i 1=th 1=i 1*4=k 1=x 1*2=o 1=r 2*2=s 1=y 1=f 1=ch 1=ps 1=o 8*2=a 1=g 1*2=d 1=z 1=i 1=th
        1=i 1*4=k 1=x 1*2=o 1*2=r 1*2=s 1=y 1=f 1=ch 1=ps 1=o 15=s 7=s 8=e 1=dj 2=e 2=i 1*2=i 1=lj 1=nj 1=c 3=u 1=dz
        1*2=a 1=v 1=g 1*2=d 1=zh 1=z 1=i 1=i 1*6=k 1*4=r 1=f 1=h 1=ts 1=ch 1=sh 1=sh 1=- 1=y 1=- 1=e 1=yu 1=ya 1*2=a
        1=v 1=g 1*2=d 1=zh 1=z 1=i 1=i 1*6=k 1*4=r 1=f 1=h 1=ts 1=ch 1=sh 1=sh 1=- 1=y 1=- 1=e 1=yu 1=ya 2=e 1=dj 2=e
        2=i 1*2=i 1=lj 1=nj 1=c 3=u 1=dz 1D=g 1=g 8V*2=a 1=g 1=d 1=h 1=v 1=z 1=h 1=t 1=y 1=k 1*3=k 1*2=m 1=n 1=s 1=-
        1=p 1=p 1=ts 1=ts 1=k 1=r 1=sh 1=t 1J=- 1=a 1=a 1=w 1=i 1=y 1*2=a 1=a 1=t 1=th 1=j 1=h 1=kh 1=d 1=dh 1=r 1=z
        1=s 1=sh 1=s 1=d 1=t 1=z 1=- 1=gh 7=f 1=q 1*4=k 1=h 1=w 1=a 1=y
        """
}
